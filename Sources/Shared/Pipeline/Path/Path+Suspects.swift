import Database
import Domain

extension Path {
    /// A pair that several workers died over is worked on alone, so that its neighbours' leases do not end with the next
    /// one; the others of its kind wait for their turn. One that kills whoever takes it up is given up (rules.md,
    /// "failed").
    func workAlone(on suspects: [Pair], intake: Intake) async throws(StepFailure) {
        guard let first = suspects.first else { return }
        let others = Array(suspects.dropFirst())
        if !others.isEmpty {
            try await giveBack(others, intake: intake, until: workshop.clock(), reason: "its worker died", cause: .suspect)
        }
        if first.crashes < Pair.fatalCrashes {
            try await work(on: [first], intake: intake)
        } else {
            try await settle([.poison(first)], of: [first], intake: intake)
        }
    }
}

extension Pair {
    /// One death may be a kill or a crash of the machine; two over the same pair look like its own doing.
    var isSuspect: Bool { crashes >= 2 }

    static let fatalCrashes = 4
}

extension Settlement {
    fileprivate static func poison(_ pair: Pair) -> Settlement {
        var pair = pair
        pair.state = .failed
        pair.reason = .poisonMessage
        pair.detail = "\(pair.crashes) workers died over it"
        return Settlement(pair: pair, journal: [JournalEntry(.failed, detail: pair.detail)])
    }
}

extension Array {
    /// The elements for which `property` is true, and the others.
    package func parted(by property: (Element) -> Bool) -> ([Element], [Element]) {
        (filter(property), filter { !property($0) })
    }
}
