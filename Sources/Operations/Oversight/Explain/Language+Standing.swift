package import Domain

/// The sentences of a standing that no reason has, for whoever reads.
extension Language {
    /// For a state that needs no reason.
    package func why(_ state: State) -> String {
        switch state {
        case .synced:
            of(fr: "La fiche est la même dans les deux outils.", en: "The record is the same in both systems.")
        case .pending:
            of(
                fr: "Un changement est en file ou en cours de traitement ; rien à faire.",
                en: "A change is queued or under way; there is nothing to do.")
        case .waiting, .notEligible, .blocked, .retrying, .failed, .stopped: "–"
        }
    }

    /// Of a record that left no row and that the gate would let through.
    package var expected: String {
        of(
            fr: "Rien ne s’y oppose : la fiche arrive au prochain passage, ou avec « passerelle backfill ».",
            en: "Nothing is against it: the record comes with the next look, or with “passerelle backfill”.")
    }
}
