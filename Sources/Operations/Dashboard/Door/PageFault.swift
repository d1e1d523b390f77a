import HTTPTypes
import Oversight

/// Why a page is not shown, or an action not done, sorted by what the person does next.
enum PageFault: Error {
    /// There is no such page, or no such record (any more).
    case notFound
    /// The form is not one of ours, or its session has ended: nothing was done.
    case forged
    /// A field does not hold what it must.
    case badForm
    /// The body is larger than any form of ours.
    case tooLarge
    /// This machine only, and it was called by another name.
    case wrongHost
    /// Too many wrong passwords.
    case throttled(Duration)
    /// The database, the broker or a vendor did not do what was asked.
    case failure(OperatorFailure)

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .forged: .forbidden
        case .badForm: .badRequest
        case .tooLarge: .contentTooLarge
        case .wrongHost: .misdirectedRequest
        case .throttled: .tooManyRequests
        case .failure(.notFound), .failure(.refused): .conflict
        case .failure: .serviceUnavailable
        }
    }
}

/// Asks what an operator asks; a failure comes out as the page's own.
func showing<Answer>(
    _ question: () async throws(OperatorFailure) -> Answer
) async throws(PageFault) -> Answer {
    do throws(OperatorFailure) { return try await question() } catch { throw .failure(error) }
}
