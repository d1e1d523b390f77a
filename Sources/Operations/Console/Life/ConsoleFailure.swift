import Oversight

/// Why a command did not do what it was asked.
typealias ConsoleFailure = OperatorFailure

extension OperatorFailure {
    /// The exit code that goes with it.
    var code: Int32 {
        switch self {
        case .refused: Outcome.wrongUsage
        case .database, .schema, .broker, .hubspot, .artis, .notReady, .notFound, .timedOut, .stopped: Outcome.failed
        }
    }
}
