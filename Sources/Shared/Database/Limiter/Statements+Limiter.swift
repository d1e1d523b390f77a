extension Statements {
    static let limiter: [any Statement.Type] = [
        TakePermit.self, Penalise.self, NoteQuota.self, SetPace.self, ReadHeadroom.self, CountCalls.self,
        ReadTimeline.self,
    ]
}
