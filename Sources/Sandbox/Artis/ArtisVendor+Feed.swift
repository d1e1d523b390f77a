import ServiceLifecycle

/// The change feed, long-polled.
extension ArtisVendor {
    private static let limits = 1...1_000
    /// Seconds.
    private static let patience = 0...60

    /// Without `depuis` the feed begins now, and the answer comes at once: it is the cursor that was asked for.
    func changes(_ call: Call) async throws(ArtisRefusal) -> Answer {
        let limit = try Self.number("limite", in: call, Self.limits, unless: 500)
        let seconds = try Self.number("attente", in: call, Self.patience, unless: 20)
        guard let cursor = call.query["depuis"] else {
            let end = await store.state.writes.count
            return .json(ArtisState.Changes(writes: [], next: end, more: false).json)
        }
        let place = try ArtisCursor.sequence(cursor)
        // A reader who waits must not hold up the end of the program.
        let changes = await cancelWhenGracefulShutdown {
            await store.told(after: place, limit: limit, patience: .seconds(seconds))
        }
        return .json(try changes.get().json)
    }

    private static func number(
        _ name: String, in call: Call, _ range: ClosedRange<Int>, unless absent: Int
    ) throws(ArtisRefusal) -> Int {
        guard let text = call.query[name] else { return absent }
        guard let value = Int(text), range.contains(value) else {
            throw ArtisRefusal(
                .badRequest, "\(name) est un nombre de \(range.lowerBound) à \(range.upperBound)", field: name)
        }
        return value
    }
}
