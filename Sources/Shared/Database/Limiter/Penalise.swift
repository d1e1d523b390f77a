/// Keeps the whole fleet still for a policy's window (R23).
struct Penalise: Statement {
    var penalty: Penalty

    static let sql = "SELECT penalise($1)"

    var parameters: [Parameter] { [.text(penalty.rawValue)] }
}
