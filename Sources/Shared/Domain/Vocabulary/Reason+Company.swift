extension Reason {
    /// Why a record waits for the one company that it hangs on, whose opening releases it (R13). Who waits for another
    /// reason waits for something else: a company of its own, or the pipeline of R16.
    public static let ofAwaitedCompany: [Reason] = [.companyNotSynced, .companyStopped]

    public var isOfAwaitedCompany: Bool { Self.ofAwaitedCompany.contains(self) }
}
