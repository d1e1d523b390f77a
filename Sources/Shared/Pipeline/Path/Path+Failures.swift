import Database
import Domain
import Logging
import Messaging

extension Path {
    /// A system answers, but not to this batch. Is it sick as a whole? Then nobody's attempts are spent. Otherwise the
    /// batch is halved; a record that fails alone is tried again later, and its neighbours go on.
    func isolate(_ pairs: [Pair], intake: Intake, system: System, cause: String) async throws(StepFailure) {
        guard await workshop.breakers.answers(system) else {
            await workshop.breakers.trip(system, cause: cause)
            try await giveBack(pairs, intake: intake, until: workshop.clock() + .seconds(1), reason: cause)
            return
        }
        if pairs.count == 1 {
            try await settleRetries(pairs, intake: intake, cause: cause)
        } else {
            let middle = pairs.count / 2
            try await work(on: Array(pairs[..<middle]), intake: intake)
            try await work(on: Array(pairs[middle...]), intake: intake)
        }
    }

    private func settleRetries(_ pairs: [Pair], intake: Intake, cause: String) async throws(StepFailure) {
        let settler = Settler(database: workshop.database, lane: intake.lane, trace: intake.trace)
        let retries = pairs.map { workshop.retry($0, cause: cause) }
        for settlement in try await settler.settle(retries, fallback: { $0 }) { report(settlement, intake: intake) }
    }

    /// Nothing was decided and nothing is spent: the hints are due again at the moment given.
    func giveBack(_ pairs: [Pair], intake: Intake, until moment: Instant?, reason: String) async throws(StepFailure) {
        workshop.logger.info(
            "given back", metadata: ["count": "\(pairs.count)", "cause": "\(reason)", "lane": "\(intake.lane.rawValue)"])
        try await step { () async throws(DatabaseError) in
            try await workshop.database.execute(
                GiveBackLeases(leases: pairs.map { ($0.id, $0.term) }, lane: intake.lane, dueAt: moment))
        }
    }

    /// The database does not answer, or the process ends: the messages go back to the broker unanswered. The leases run
    /// out by themselves.
    func giveUp(_ intake: Intake, because failure: StepFailure) async {
        switch failure {
        case .cancelled: break
        case .database(let error):
            workshop.logger.error("batch returned to the broker", metadata: ["cause": "\(error)"])
            // Without this pause a database that is away would make a busy loop of redeliveries.
            try? await Task.sleep(for: .seconds(1))
        case .later(_, let cause), .down(_, let cause), .faulted(_, let cause):
            workshop.logger.error("batch returned to the broker", metadata: ["cause": "\(cause)"])
        }
        await consumer.reject(intake.readable, requeue: true)
    }
}
