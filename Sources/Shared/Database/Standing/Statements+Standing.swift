extension Statements {
    /// What the operator's commands ask.
    static let standing: [any Statement.Type] = [
        AmendAction.self, CountBacklog.self, CountRetryable.self, CountStandings.self, DiscardDeadLetters.self, DropCursor.self, FindDeadLetters.self, FindOpenCompanies.self,
        FindPairsInCollection.self, FindRetryable.self, FindStanding.self, ListDeadLetters.self, ListStandings.self, PauseKind.self,
        ReadConflicts.self, ReadHistory.self, ReadPauses.self, ReadStanding.self, RecordAction.self, ResumeKind.self,
        RetryPairs.self,
    ]
}
