extension Statements {
    /// What the dashboard asks.
    static let dashboard: [any Statement.Type] = [
        CountCarried.self, CountReasons.self, CountWaitingDependants.self, EndSession.self, HasSessionEnded.self,
        ListActions.self, ListExamples.self, ListRecords.self, ListRepairs.self, ListWaitingCompanies.self, ListWorkers.self,
        ReadBacklogs.self, ReadCurrentWork.self, ReadQuota.self, ReadRecord.self, ReadThroughput.self, SearchRecords.self,
    ]
}
