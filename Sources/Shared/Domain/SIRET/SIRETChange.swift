/// A company's SIRET that changes after its pair was linked (R7).
public enum SIRETChange {
    /// The warning with which a new value is left out of the merge, while the rest of the record goes on; nil when the
    /// value is carried over like any field, or did not change.
    ///
    /// A value left out is not taken into the snapshot, so that it is looked at again once it is free.
    /// - Parameters:
    ///   - value: what the side holds now, canonical; nil when empty.
    ///   - last: what it held at the last sync.
    ///   - holder: the other company that has this SIRET already.
    public static func warning(value: String?, last: String?, holder: ID<HubSpotRecord>?) -> Warning? {
        if value == last { return nil }
        if case .failure(let fault) = SIRET.parse(value ?? "") {
            return Warning(.siretNotCarried, detail: fault.detail)
        }
        return holder.map { Warning(.siretNotCarried, detail: $0.rawValue) }
    }
}
