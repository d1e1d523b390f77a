extension Statements {
    /// What the dashboard asks.
    static let dashboard: [any Statement.Type] = [
        CountReasons.self, CountWaitingDependants.self, EndSession.self, HasSessionEnded.self, ListActions.self,
        ListExamples.self, ListRecords.self, ListWaitingCompanies.self, ListWorkers.self, ReadBacklogs.self, ReadQuota.self,
        ReadRecord.self, ReadThroughput.self, SearchRecords.self,
    ]
}
