import Domain

/// What the database answers to a request for a permit.
enum PermitAnswer: Sendable, Equatable {
    /// - Parameter waited: as the server measured it.
    case granted(waited: Duration)
    case refused(until: Instant, by: PermitRefusal)

    /// How much longer than the server's wait a permit may take to arrive and still be used.
    static let tolerance = Duration.milliseconds(250)

    /// Whether a granted permit came too late to be used: the process was frozen or swapped out meanwhile, and others
    /// have called since.
    ///
    /// - Parameter elapsed: between asking and having, on the process's own clock.
    func isLate(after elapsed: Duration) -> Bool {
        switch self {
        case .granted(let waited): elapsed - waited > Self.tolerance
        case .refused: false
        }
    }
}
