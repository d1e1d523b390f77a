import Domain
import FoundationEssentials

/// How far a step has come: kept with every page, so that a backfill that was stopped goes on where it was.
struct BackfillCursor: Sendable, Codable, Equatable {
    /// What was asked for; another question begins at the start.
    var since: Instant?
    /// When the step began: companies that open later discover by themselves.
    var started: Instant
    /// The id of the last record seen: HubSpot's, or of a pair. Ids grow, so nothing is seen twice or missed.
    var last: Int64 = 0
    /// Where artis' listing goes on; nil at its beginning.
    var page: String?
    var seen = 0
    var queued = 0

    init(since: Instant?, started: Instant) {
        self.since = since
        self.started = started
    }

    /// - Returns: nil for a text of another question, or of a newer program.
    init?(_ text: String?, since: Instant?) {
        guard let text, let kept = try? JSONDecoder().decode(BackfillCursor.self, from: Data(text.utf8)),
            kept.since == since
        else { return nil }
        self = kept
    }

    /// JSON text.
    var text: String {
        // Whole numbers only: there is nothing in it that JSON cannot hold.
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
