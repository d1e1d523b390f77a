import Domain
import FoundationEssentials

/// How far a step has come: kept with every page, so that a backfill that was stopped goes on where it was.
struct BackfillCursor: Sendable, Codable, Equatable {
    /// What was asked for (`BackfillOrder.summary`); another question begins at the start.
    var order: String
    /// When the step began: companies that open later discover by themselves.
    var started: Instant
    /// The id of the last record seen: HubSpot's, or of a pair. Ids grow, so nothing is seen twice or missed.
    var last: Int64 = 0
    /// Where artis' listing goes on; nil at its beginning.
    var page: String?
    var seen = 0
    var queued = 0
    /// The step is done, and others of the same backfill are not.
    var isDone = false

    /// What was stopped longer ago begins at the start: both systems have moved on.
    static let validity: Duration = .seconds(24 * 3600)

    init(order: String, started: Instant) {
        self.order = order
        self.started = started
    }

    /// - Returns: nil for a text of another question, of long ago, or of another program.
    init?(_ text: String?, order: String, now: Instant) {
        guard let text, let kept = try? JSONDecoder().decode(BackfillCursor.self, from: Data(text.utf8)),
            kept.order == order, now - kept.started < Self.validity
        else { return nil }
        self = kept
    }

    /// JSON text.
    var text: String {
        // Whole numbers only: there is nothing in it that JSON cannot hold.
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
