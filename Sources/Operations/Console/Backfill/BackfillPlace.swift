import Database
import Oversight
import Runtime

/// Where each step of a backfill stands: kept in the transactions that accept what was found up to there. Steps that are
/// done stay so until the last one is: whoever starts it again goes on where it was stopped, whatever stopped it.
struct BackfillPlace {
    let order: BackfillOrder
    let database: Database

    /// Where the step stopped last time, if the same was asked for; a dry run counts from the start.
    func begin(_ step: BackfillStep) async throws(ConsoleFailure) -> BackfillCursor {
        let now = WallClock.now()
        let fresh = BackfillCursor(order: order.summary, started: now)
        if order.dryRun { return fresh }
        let kept = try await ask { () async throws(DatabaseError) in
            try await database.first(ReadCursor(step.cursorName))
        }
        return BackfillCursor(kept, order: order.summary, now: now) ?? fresh
    }

    func move(
        _ cursor: BackfillCursor, _ step: BackfillStep, isLast: Bool, in transaction: Transaction
    ) async throws(DatabaseError) {
        var cursor = cursor
        cursor.isDone = isLast
        try await transaction.execute(MoveCursor(step.cursorName, to: cursor.text))
    }

    /// All steps are done, or what was stopped is not to be gone on with: the next one begins at the start.
    func forget() async throws(ConsoleFailure) {
        if order.dryRun { return }
        try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) in
                for step in order.steps { try await transaction.execute(DropCursor(step.cursorName)) }
            }
        }
    }
}
