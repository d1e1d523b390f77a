/// A transaction under way: statements run through it are done together or not at all.
///
/// Lives as long as the body of `Database.transaction`; used afterwards it throws `.misuse`.
public struct Transaction: StatementRunner {
    let session: Session
    let number: Int
    let time: Duration

    public func answer<S: Statement>(_ statement: S) async throws(DatabaseError) -> Answer<S.Row> {
        try await cancellable { call in await session.run(statement, in: number, within: time, call: call) }
    }

    /// SQL without values: what migrations are made of.
    package func script(_ sql: String, within time: Duration) async throws(DatabaseError) {
        try await cancellable { call in await session.script(sql, in: number, within: time, call: call) }
    }
}
