extension MergeDecision {
    /// R17: artis refused the write because the affaire is locked. The field that it names (without one: every field of
    /// the write) goes back in HubSpot to the value of artis, with a conflict; what is left may be written.
    ///
    /// - Parameter field: nil also for a field that the write did not hold, or nothing would ever be settled.
    public func locked(_ field: Field?, hubspot: Values, artis: Values) -> MergeDecision {
        let named = field.flatMap { toArtis.keys.contains($0) ? $0 : nil }
        let refused = Field.allCases.filter { toArtis.keys.contains($0) && (named == nil || named == $0) }
        var decision = self
        for field in refused {
            decision.toArtis.removeValue(forKey: field)
            decision.toHubSpot.updateValue(artis[field], forKey: field)
            decision.conflicts.removeAll { $0.field == field }
            decision.conflicts.append(
                FieldConflict(
                    field: field, hubspot: hubspot[field], artis: artis[field], winner: .artis, cause: .locked))
        }
        return decision
    }
}
