import Domain

/// Waits for the fleet's turn and stamps it (R22, R23); the function `take_permit` is the limiter.
struct TakePermit: Statement {
    var request: PermitRequest
    /// How long the caller stands in line.
    var patience: Duration

    static let sql = "SELECT verdict, not_before, waited_ms FROM take_permit($1, $2, $3, $4)"

    var parameters: [Parameter] {
        [
            .text(request.purpose.rawValue), .text(request.lane.rawValue), .bool(request.search),
            .milliseconds(patience),
        ]
    }

    static func decode(_ row: RowReader) throws(DatabaseError) -> PermitAnswer {
        if try row.text(0) == "granted" { return .granted(waited: .milliseconds(try row.int(2))) }
        return .refused(until: try row.instant(1), by: try row.word(0))
    }
}
