import Database
import Oversight
import Runtime

/// Where each step of a backfill stands: kept in the transactions that accept what was found up to there.
struct BackfillPlace {
    let order: BackfillOrder
    let database: Database

    /// Where the step stopped last time, if the same was asked for; a dry run counts from the start.
    func begin(_ step: BackfillStep) async throws(ConsoleFailure) -> BackfillCursor {
        let fresh = BackfillCursor(since: order.since, started: WallClock.now())
        if order.dryRun { return fresh }
        let kept = try await ask { () async throws(DatabaseError) in
            try await database.first(ReadCursor(step.cursorName))
        }
        return BackfillCursor(kept, since: order.since) ?? fresh
    }

    func move(
        _ cursor: BackfillCursor, _ step: BackfillStep, isLast: Bool, in transaction: Transaction
    ) async throws(DatabaseError) {
        if isLast {
            try await transaction.execute(DropCursor(step.cursorName))
        } else {
            try await transaction.execute(MoveCursor(step.cursorName, to: cursor.text))
        }
    }
}
