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
    /// Where it is archived or deleted at present.
    var gone: Set<System> = []
    /// The place of its company among the walk's records.
    var company: Int?

    func id(_ side: System) -> String? { gone.contains(side) ? nil : ids[side] }

    /// The field that holds the mark.
    var markedField: SharedField {
        let fields = SharedField.of(kind)
        return kind == .company || kind == .deal ? fields[0] : fields[1]
    }
}

extension SharedField {
    /// Two halves are known for one by it.
    var tellsTwins: Bool { form == .mail || form == .siret }
}
