/// Hands back every duty of a process that ends.
public struct LeaveDuties: Statement {
    public var owner: String

    public init(owner: String) { self.owner = owner }

    public static let sql = "DELETE FROM duty WHERE owner = $1"

    public var parameters: [Parameter] { [.text(owner)] }
}
