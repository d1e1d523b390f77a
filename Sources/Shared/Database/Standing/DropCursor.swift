/// Forgets a reader's place: its work is done, and the next begins at the start.
public struct DropCursor: Statement {
    public var name: String

    public init(_ name: String) { self.name = name }

    public static let sql = "DELETE FROM cursor WHERE name = $1"

    public var parameters: [Parameter] { [.text(name)] }
}
