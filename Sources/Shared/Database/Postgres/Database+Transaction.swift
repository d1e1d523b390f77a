import Runtime

extension Database {
    /// Runs `body` in a transaction and commits what it did; whatever it throws rolls back.
    ///
    /// The body runs again, from its start and in a new transaction, after a serialization failure, a deadlock, or a
    /// connection that was lost before COMMIT was sent: it must do nothing that cannot be done twice but in the database.
    ///
    /// - Throws: what the body throws; `.commitUnknown` when COMMIT's answer never came; `.retryable` or `.unavailable`
    ///   when the attempts are used up.
    public func transaction<R: Sendable>(
        isolation: Isolation = .readCommitted, _ body: (Transaction) async throws(DatabaseError) -> R
    ) async throws(DatabaseError) -> R {
        let began = ContinuousClock.now
        do throws(DatabaseError) {
            let result = try await repeatedly(isolation, body)
            settings.watch.transaction(.committed, began.duration(to: .now))
            return result
        } catch {
            settings.watch.transaction(error == .commitUnknown ? .unknown : .rolledBack, began.duration(to: .now))
            throw error
        }
    }

    private func repeatedly<R: Sendable>(
        _ isolation: Isolation, _ body: (Transaction) async throws(DatabaseError) -> R
    ) async throws(DatabaseError) -> R {
        var attempt = 0
        while true {
            attempt += 1
            do throws(DatabaseError) {
                return try await once(isolation, body)
            } catch {
                guard TransactionRetry.again(after: error, attempt: attempt) else { throw error }
                let longest = TransactionRetry.longestPause(after: attempt).milliseconds
                do { try await Task.sleep(for: .milliseconds(Int64.random(in: 1...longest))) } catch {
                    throw DatabaseError.cancelled
                }
            }
        }
    }

    private func once<R: Sendable>(
        _ isolation: Isolation, _ body: (Transaction) async throws(DatabaseError) -> R
    ) async throws(DatabaseError) -> R {
        let session = try await takeSession()
        defer { giveBack(session) }
        let time = settings.deadline
        let number = try await cancellable { call in await session.begin(isolation, within: time, call: call) }
        let result: R
        do throws(DatabaseError) {
            result = try await body(Transaction(session: session, number: number, time: time))
        } catch {
            await session.rollback(within: time)
            throw error
        }
        try await session.commit(within: time).get()
        return result
    }
}
