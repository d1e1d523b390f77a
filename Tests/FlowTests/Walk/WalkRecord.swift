import Domain

/// A record that the walk has made, on one side or on both.
struct WalkRecord {
    var kind: Kind
    /// Stands in its name or title for good, so that a second one like it would be found.
    var mark: String
    /// Its ids as far as they were known when the round began.
    var ids: [System: String]
    /// Both halves were typed by people: their SIRET or mail tells that they are one (R4, R28), and stays.
    var isTwin = false
    /// It was merged into another in HubSpot, for good.
    var isMergedAway = false
    /// Where it is archived or deleted at present.
    var gone: Set<System> = []
    /// The place of its company among the walk's records.
    var company: Int?

    func id(_ side: System) -> String? { gone.contains(side) ? nil : ids[side] }

    /// What its pair is found by.
    var key: PairKey? {
        if let id = ids[.hubspot] { return .hubspot(kind, id) }
        return ids[.artis].map { .artis(kind, $0) }
    }

    /// The field that holds the mark.
    var markedField: SharedField { .marked(kind) }
}

extension SharedField {
    /// The one in which a record of this kind has its mark.
    static func marked(_ kind: Kind) -> SharedField { of(kind)[kind == .company || kind == .deal ? 0 : 1] }

    /// Two halves are known for one by it.
    var tellsTwins: Bool { form == .mail || form == .siret }
}
