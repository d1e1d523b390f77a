/// The change feed: the log of writes, less those that changed nothing.
extension ArtisState {
    /// What is told after a place in the feed; `next` is the place after it.
    struct Changes: Sendable {
        let writes: [ArtisWrite]
        let next: Int
        /// More stands behind `next`.
        let more: Bool
    }

    /// - Throws: `CURSEUR_PERIME` when the first change after `place` is older than the horizon, or when the place lies
    ///   beyond the feed's end (it was handed out by an artis that has since lost its state).
    func changes(after place: Int, limit: Int, at now: Int) throws(ArtisRefusal) -> Changes {
        guard place <= writes.count else { throw Self.tooOld }
        let horizon = now - Int(settings.horizonFluxSecondes * 1_000_000)
        if place < writes.count, writes[place].at < horizon { throw Self.tooOld }
        var told: [ArtisWrite] = []
        var next = place
        while next < writes.count, told.count < limit {
            if writes[next].effective { told.append(writes[next]) }
            next += 1
        }
        let more = writes[next...].contains(where: \.effective)
        return Changes(writes: told, next: more ? next : writes.count, more: more)
    }

    private static var tooOld: ArtisRefusal {
        ArtisRefusal(.cursorTooOld, "Ce curseur est trop ancien : relire les collections", field: "depuis")
    }
}

extension ArtisState.Changes {
    /// `{elements, suivant, reste}`.
    var json: JSON {
        .object([
            "elements": .array(writes.map(\.change)), "suivant": .string(ArtisCursor.feed(next)), "reste": .bool(more),
        ])
    }
}

extension ArtisWrite {
    /// The write as the feed tells it.
    var change: JSON {
        var members: [String: JSON] = [
            "collection": .string(collection.rawValue), "id": .string(id), "version": .integer(version),
            "operation": .string(operation.inFeed), "le": .string(ArtisTime.text(at)),
        ]
        if let origin { members["origine"] = .string(origin) }
        return .object(members)
    }
}
