/// Takes all marks away: a listing begins, or has ended.
public struct ClearListed: Statement {
    public init() {}

    public static let sql = "DELETE FROM listed"
}
