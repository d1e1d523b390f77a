extension Statements {
    /// The statements of the tables, by folder.
    static let tables: [any Statement.Type] = [
        // Breakers
        ClaimProbe.self, CloseBreaker.self, OpenBreaker.self, ReadBreakers.self,
        // Cursors
        MoveCursor.self, NoteSetting.self, ReadCursor.self, StartCursor.self,
        // DeadLetters
        StoreDeadLetter.self,
        // Duties
        LeaveDuties.self, TakeDuty.self,
        // Figures
        ReadFigures.self,
        // Gate
        DiscoverAnew.self, DiscoverPairs.self, DueDiscoveries.self, EndDiscoveries.self, FindArtisCompanies.self, FindCompanies.self,
        ForgetParkedActivities.self, HoldAmbiguous.self, HoldCompanies.self, KnowArtisCompanies.self, KnowCompanies.self,
        ReleaseDependants.self, RetryContactDuplicates.self, RetryForbidden.self, RetryHeldBy.self,
        WantDependants.self, WantDependantsUnderway.self, WantDiscovered.self, WantDiscovery.self,
        // Halves
        AbsorbHalves.self, FollowMerge.self, JoinHalves.self, NoteMerges.self, TakeOver.self,
        // Journal
        WriteConflicts.self, WriteJournal.self,
        // Linking
        CompletePair.self, HoldHalves.self, InsertLinkedPair.self,
        // Links
        FindLinks.self, HoldLinkTargets.self, NoteLinks.self, ReplaceLinks.self, WantActivitiesBeside.self, WantLinkedActivities.self,
        // Outbox
        AcceptChanges.self, ClaimOutbox.self, DropAnsweredHints.self, DropConfirmed.self, HintPairs.self,
        ReleaseClaims.self, WantPairs.self,
        // Pairs
        BeginWriting.self, DeferBusyPairs.self, FindPairs.self, FindPairsByArtis.self, ForgetPairs.self, GiveBackLeases.self,
        HasLatched.self, LeasePairs.self, RenewLeases.self, SettlePairs.self,
        // Reconciling
        CountLinkedPairs.self, FindLinkedPairs.self, FindUnmoved.self, WantUnmoved.self,
        // References
        ClaimReference.self, PostponeReference.self, KeepReference.self, ReadReferenceStamp.self, ReadReferences.self,
        WantPairsOfReasons.self, WantReferences.self, WantReferencesOfPairs.self,
        // SIRETs
        ClaimSIRETs.self, CompaniesSeen.self, CountDuplicateSIRETs.self, FindSIRETHolders.self, FindSIRETs.self,
        FindToldCompanies.self, HoldDuplicates.self, RetryDuplicates.self, SeeSIRETs.self,
        // Server
        ReadServer.self,
        // Sweep
        HeldMessages.self, FindLostPairs.self, RepairPairs.self, TrimHistory.self,
        // Webhooks
        NoteWebhooks.self, TellingKinds.self,
        // Workers
        BeatWorker.self, LeaveWorkers.self,
    ]
}
