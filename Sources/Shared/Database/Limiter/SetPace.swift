import Runtime

/// Puts a pace in force, for the whole fleet and for calls that wait already.
struct SetPace: Statement {
    var pace: Pace

    static let sql = "SELECT set_pace($1, $2, $3, $4, $5, $6)"

    var parameters: [Parameter] {
        let (calls, percent) =
            switch pace.reserve {
            case .calls(let calls): (calls, 0)
            case .percent(let percent): (0, percent)
            }
        return [
            .milliseconds(pace.delay), .int(pace.windowMax), .int(pace.searchesPerSecond), .int(calls), .int(percent),
            .text(pace.zone),
        ]
    }
}
