import Domain

/// Follows the daily quota by the headers of HubSpot's answers (R23).
struct NoteQuota: Statement {
    var remaining: Int
    var quota: Int
    /// When the call was made: an answer from before midnight says nothing of the new day.
    var calledAt: Instant

    static let sql = "SELECT note_quota($1, $2, $3)"

    var parameters: [Parameter] { [.int(remaining), .int(quota), .instant(calledAt)] }
}
