import Database
import Domain
import Logging
import Messaging
import Observability
import Runtime

extension Path {
    /// A system answers, but not to this batch. Is it sick as a whole? Then nobody's attempts are spent. Otherwise the
    /// batch is halved; a record that fails alone is tried again later, and its neighbours go on.
    func isolate(_ pairs: [Pair], intake: Intake, system: System, cause: String) async throws(StepFailure) {
        if await workshop.breakers.tripIfAway(system, cause: cause.status) {
            try await giveBack(
                pairs, intake: intake, until: workshop.clock() + .seconds(1), reason: cause.status, cause: .outage)
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

    /// A system does not answer: nobody's attempts are spent. But it may be one record on which it breaks down each time:
    /// a batch comes again in halves, until that record stands alone. If the system then answers anybody else, the
    /// attempt is that record's.
    func standBack(_ pairs: [Pair], intake: Intake, system: System, cause: String) async throws(StepFailure) {
        if pairs.count == 1, !workshop.breakers.openSystems.contains(system) {
            return try await isolate(pairs, intake: intake, system: system, cause: cause)
        }
        await workshop.breakers.trip(system, cause: cause)
        try await giveBackInHalves(
            pairs, intake: intake, until: workshop.clock() + .seconds(1), reason: cause, cause: .outage)
    }

    /// The second half comes long enough after the first to be another batch.
    func giveBackInHalves(
        _ pairs: [Pair], intake: Intake, until moment: Instant, reason: String, cause: GiveBackCause
    ) async throws(StepFailure) {
        let middle = (pairs.count + 1) / 2
        for (part, moment) in [(pairs[..<middle], moment), (pairs[middle...], moment + .seconds(4))] where !part.isEmpty {
            try await giveBack(Array(part), intake: intake, until: moment, reason: reason, cause: cause)
        }
    }

    /// HubSpot forbids a call that these pairs need. What is forbidden for one kind may be allowed for another.
    func block(_ pairs: [Pair], intake: Intake, cause: String) async throws(StepFailure) {
        let kinds = Dictionary(grouping: pairs, by: \.kind).values
        if kinds.count > 1 {
            for pairs in kinds { try await work(on: pairs, intake: intake) }
        } else {
            let blocked = pairs.map { Settlement.blocked($0, .hubspotRefused, detail: RetryForbidden.mark + cause) }
            try await settle(blocked, of: pairs, intake: intake)
        }
    }

    private func settleRetries(_ pairs: [Pair], intake: Intake, cause: String) async throws(StepFailure) {
        let settler = Settler(database: workshop.database, lane: intake.lane, traces: intake.traces)
        let retries = pairs.map { workshop.retry($0, cause: cause) }
        for settlement in try await settler.settle(retries, fallback: { $0 }) { report(settlement, intake: intake) }
    }

    /// Nothing was decided and nothing is spent: the hints are due again at the moment given.
    func giveBack(
        _ pairs: [Pair], intake: Intake, until moment: Instant?, reason: String, cause: GiveBackCause
    ) async throws(StepFailure) {
        workshop.metrics.count(givenBack: pairs.count, because: cause)
        workshop.logger.info(
            "given back", [.count: "\(pairs.count)", .error: "\(reason)", .lane: "\(intake.lane.rawValue)"])
        _ = try await step { () async throws(DatabaseError) in
            try await workshop.database.execute(
                GiveBackLeases(
                    leases: pairs.map { ($0.id, $0.term) }, lane: intake.lane,
                    dueAt: moment ?? workshop.clock() + .seconds(1), traces: intake.traces))
        }
    }

    /// The database does not answer: the batch waits for it here, since a message that goes back to the broker counts as
    /// a delivery, and a long outage would make dead letters of innocents. Whatever else fails again and again goes back
    /// to the broker, whose delivery limit ends it; so does everything when the process stops.
    func givesUp(_ intake: Intake, because failure: StepFailure, attempt: Int) async -> Bool {
        let mayPass: Bool
        switch failure {
        case .database(.unavailable), .database(.commitUnknown), .database(.deadline): mayPass = true
        case .database, .later, .locked, .down, .faulted, .forbidden: mayPass = attempt < 3
        case .cancelled: mayPass = false
        }
        workshop.logger.warning("batch not settled", [.error: "\(failure)", .attempt: "\(attempt)"])
        if mayPass, await Pause.wait(for: .seconds(1)) { return false }
        consumer.reject(intake.readable, requeue: true)
        return true
    }
}
