import Database
import Domain
import HubSpot
import Logging
import Messaging
import Observability

/// The path of one batch: lease → gate → read → decide → write → commit → ack. Entity-neutral.
///
/// Nothing waits in here for a gate, a retry time or a far-off permit: all that is written to the database, committed,
/// and the messages are acknowledged.
struct Path {
    let trade: any Trade
    let workshop: Workshop
    let consumer: Consumer
    /// This batch, as its leases name it.
    private let owner: String
    /// Is told of every step.
    private let moved: @Sendable () -> Void
    private let renewal: Duration

    init(
        trade: any Trade, workshop: Workshop, consumer: Consumer, renewal: Duration = LeaseKeeper.renewal,
        moved: @escaping @Sendable () -> Void = {}
    ) {
        self.trade = trade
        self.workshop = workshop
        self.consumer = consumer
        self.renewal = renewal
        self.moved = moved
        owner = "\(workshop.owner)/\(UInt32.random(in: .min ... .max))"
    }

    func walk(_ deliveries: [Delivery]) async {
        let intake = Intake(deliveries)
        workshop.metrics.took(deliveries, by: trade.role, lane: intake.lane, at: workshop.clock())
        await TraceContext.$current.withValue(intake.traces.batch) { await walk(intake) }
        workshop.metrics.ended(batchOf: trade.role, lane: intake.lane, after: intake.began.duration(to: .now))
    }

    private func walk(_ intake: Intake) async {
        if !intake.unreadable.isEmpty {
            workshop.logger.warning("messages refused", [.count: "\(intake.unreadable.count)"])
            workshop.metrics.count(refused: intake.unreadable.count)
            consumer.reject(intake.unreadable, requeue: false)
        }
        guard !intake.hints.isEmpty else { return }
        var attempt = 1
        while await !answered(intake, attempt: attempt) { attempt += 1 }
    }

    /// One attempt; false when the batch is to be walked once more.
    private func answered(_ intake: Intake, attempt: Int) async -> Bool {
        moved()
        do throws(StepFailure) {
            let leased = try await lease(intake)
            let (suspects, others) = leased.parted(by: \.isSuspect)
            if !others.isEmpty { try await work(on: others, intake: intake) }
            if !suspects.isEmpty { try await workAlone(on: suspects, intake: intake) }
            consumer.ack(intake.readable)
            return true
        } catch {
            return await givesUp(intake, because: error, attempt: attempt)
        }
    }

    /// Leases what is unanswered and free. What another worker holds is hinted again for the end of its lease; what is
    /// answered already needs nothing.
    private func lease(_ intake: Intake) async throws(StepFailure) -> [Pair] {
        let database = workshop.database
        let (leased, busy) = try await step { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> ([Pair], [PairID]) in
                let ids = try await intake.pairIDs(in: transaction)
                guard !ids.isEmpty else { return ([], []) }
                let leased = try await transaction.run(
                    LeasePairs(pairs: ids, owner: owner, duration: LeaseKeeper.duration))
                let held = Set(leased.map(\.id))
                return (leased, ids.filter { !held.contains($0) })
            }
        }
        // Apart from the lease: it may wait for other workers' commits, and whoever waits holds no row that they want.
        guard !busy.isEmpty else { return leased }
        for pair in busy { passedOver(pair, intake: intake) }
        try await step { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) in
                _ = try await transaction.execute(DeferBusyPairs(pairs: busy, lane: intake.lane, traces: intake.traces))
            }
        }
        return leased
    }

    /// Works on leased pairs. A failure that may be one record's fault halves the batch until that record stands alone;
    /// all of them stay leased meanwhile, for the other half may take a while.
    func work(on pairs: [Pair], intake: Intake) async throws(StepFailure) {
        moved()
        let keeper = LeaseKeeper(database: workshop.database, pairs: pairs, every: renewal)
        try await keeper.renewing { () async throws(StepFailure) in
            do throws(StepFailure) {
                let settlements = try await decide(pairs, intake: intake, lease: keeper)
                try await settle(settlements, of: pairs, intake: intake)
            } catch .faulted(let system, let cause) {
                try await isolate(pairs, intake: intake, system: system, cause: cause)
            } catch .forbidden(let cause) {
                try await block(pairs, intake: intake, cause: cause)
            } catch .later(let moment, let reason) {
                try await giveBack(pairs, intake: intake, until: moment, reason: reason, cause: .later)
            } catch .locked(let moment) {
                try await giveBackInHalves(
                    pairs, intake: intake, until: moment ?? workshop.clock() + .seconds(2), reason: HubSpotFailure.recordLocked,
                    cause: .later)
            } catch .down(let system, let cause) {
                try await standBack(pairs, intake: intake, system: system, cause: cause)
            }
        }
    }

    private func decide(_ pairs: [Pair], intake: Intake, lease: LeaseKeeper) async throws(StepFailure) -> [Settlement] {
        let survey = try await trade.survey(pairs, lane: intake.lane, in: workshop)
        var settlements = survey.settled
        // While this batch stood in line for its permits, others may have noticed an outage: not every one must.
        if !survey.candidates.isEmpty, !workshop.breakers.isClosed {
            throw .later(nil, reason: "a system does not answer")
        }
        let reference = try await workshop.references.current()
        for (kind, candidates) in Dictionary(grouping: survey.candidates, by: \.pair.kind) {
            let exchange = Exchange(
                workshop: workshop, kind: kind, reference: reference, lane: intake.lane, lease: lease,
                trace: intake.traces.batch?.trace)
            settlements += try await exchange.run(candidates)
        }
        return settlements
    }

    func settle(_ settlements: [Settlement], of leased: [Pair], intake: Intake) async throws(StepFailure) {
        let before = Dictionary(leased.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let committed = try await Settler(database: workshop.database, lane: intake.lane, traces: intake.traces)
            .settle(settlements) { refused in
                // As it was leased: the artis record that it found is another's. What it has claimed meanwhile stays.
                var pair = before[refused.pair.id] ?? refused.pair
                pair.siret = refused.pair.siret
                return workshop.retry(pair, cause: "another pair holds one of its ids")
            }
        for settlement in committed { report(settlement, intake: intake) }
        await workshop.references.want(for: committed.map(\.pair))
    }
}
