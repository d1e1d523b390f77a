/// The three-way merge of one pair, field by field (R24): what the two sides hold, and the values last synced.
///
/// Pure, and blind to how often and in which order changes were told (R27).
public enum Merge {
    /// - Parameters:
    ///   - snapshot: nil at the first link of two existing records: empty fields are filled from the other side.
    ///   - fields: what is merged; anything else is left alone.
    ///   - required: R19: a side that has none of these never wins; it is filled again, with a conflict.
    ///   - conflictWins: the side that wins where both have a say (`CONFLICT_WINS`).
    ///   - keepEmpty: R18: a blank in HubSpot is neither filled at the first link nor carried to artis.
    public static func decide(
        hubspot: Values, artis: Values, snapshot: Snapshot?, fields: [Field], required: Set<Field> = [],
        conflictWins: System, keepEmpty: Set<Field> = []
    ) -> MergeDecision {
        var decision = MergeDecision()
        for field in fields {
            var sides = Sides(hubspot: hubspot[field], artis: artis[field])
            if let snapshot { sides.last = (snapshot.hubspot[field], snapshot.artis[field]) }
            sides.isRequired = required.contains(field)
            sides.keepsEmpty = keepEmpty.contains(field)
            guard let verdict = sides.verdict(conflictWins: conflictWins) else { continue }
            decision[verdict.winner.other].updateValue(sides[verdict.winner], forKey: field)
            if let cause = verdict.cause {
                decision.conflicts.append(
                    FieldConflict(
                        field: field, hubspot: sides.hubspot, artis: sides.artis, winner: verdict.winner, cause: cause))
            }
        }
        return decision
    }
}
