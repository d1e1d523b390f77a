/// A program ends; rows of programs that died without a word go with it after a day.
public struct LeaveWorkers: Statement {
    public var id: String

    public init(id: String) { self.id = id }

    public static let sql = "DELETE FROM worker WHERE id = $1 OR seen_at < now() - interval '1 day'"

    public var parameters: [Parameter] { [.text(id)] }
}
