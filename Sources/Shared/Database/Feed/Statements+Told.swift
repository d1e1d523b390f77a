extension Statements {
    /// What the feed of artis, and events that nothing else tells, come by.
    static let told: [any Statement.Type] = [
        // Feed
        AcceptArtisChanges.self, AcceptUnlisted.self, ClearListed.self, CountListed.self, NoteListed.self,
        // Merges, Privacy
        ErasePairs.self, HoldRecords.self, TellMerge.self,
        // Webhooks
        FindKnownRecords.self,
        // Pairs
        NamedHolders.self,
    ]
}
