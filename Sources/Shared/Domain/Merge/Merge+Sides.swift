extension Merge {
    /// One field on both sides, and as it was last synced.
    struct Sides {
        var hubspot: String?
        var artis: String?
        var last: (hubspot: String?, artis: String?)?
        var isRequired = false
        var keepsEmpty = false

        init(hubspot: String?, artis: String?) {
            self.hubspot = hubspot
            self.artis = artis
        }

        subscript(system: System) -> String? { system == .hubspot ? hubspot : artis }

        /// Whose value is carried to the other side, and the conflict to record; nil when nothing is to be written.
        func verdict(conflictWins: System) -> (winner: System, cause: FieldConflict.Cause?)? {
            guard hubspot != artis, let change = change(conflictWins: conflictWins) else { return nil }
            if isRequired, self[change.winner] == nil, last != nil { return (change.winner.other, .requiredCleared) }
            return change
        }

        private func change(conflictWins: System) -> (winner: System, cause: FieldConflict.Cause?)? {
            guard let last else { return firstLink(conflictWins: conflictWins) }
            let hubspotChanged = hubspot != last.hubspot && !(keepsEmpty && hubspot == nil)
            switch (hubspotChanged, artis != last.artis) {
            case (false, false): return nil
            case (true, false): return (.hubspot, nil)
            case (false, true): return (.artis, nil)
            case (true, true): return (conflictWins, .bothChanged)
            }
        }

        private func firstLink(conflictWins: System) -> (winner: System, cause: FieldConflict.Cause?)? {
            switch (hubspot, artis) {
            case (nil, _): keepsEmpty ? nil : (.artis, nil)
            case (_, nil): (.hubspot, nil)
            default: (conflictWins, .firstLink)
            }
        }
    }
}
