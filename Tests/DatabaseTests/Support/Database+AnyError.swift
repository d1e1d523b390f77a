import Database
import Synchronization

extension Database {
    /// A transaction whose body may also throw what is no error of the database's, as bodies of tests do: it rolls back
    /// like any other.
    func transaction<R: Sendable>(
        isolation: Isolation = .readCommitted, _ body: @Sendable (Transaction) async throws -> R
    ) async throws -> R {
        let foreign = Mutex<(any Error)?>(nil)
        do throws(DatabaseError) {
            return try await transaction(isolation: isolation) { (transaction) async throws(DatabaseError) -> R in
                do {
                    return try await body(transaction)
                } catch let error as DatabaseError {
                    throw error
                } catch {
                    foreign.withLock { $0 = error }
                    throw .misuse("the body threw")
                }
            }
        } catch {
            throw foreign.withLock { $0 } ?? error
        }
    }
}
