import Database
import Domain

/// Keeps the leases of one batch alive while it waits for its permits, and knows which are still ours.
struct LeaseKeeper: Sendable {
    static let duration: Duration = .seconds(45)
    static let renewal: Duration = .seconds(15)

    let database: Database
    let leases: [(pair: PairID, term: Int64)]
    private let renewal: Duration

    /// - Parameter renewal: how often leases are prolonged.
    init(database: Database, pairs: [Pair], every renewal: Duration = Self.renewal) {
        self.database = database
        self.renewal = renewal
        leases = pairs.map { ($0.id, $0.term) }
    }

    /// The pairs whose lease is ours, each prolonged; asked right before a write (invariant 3).
    func stillHeld() async throws(StepFailure) -> Set<PairID> {
        try await step { () async throws(DatabaseError) in
            Set(try await database.run(RenewLeases(leases: leases, duration: Self.duration)))
        }
    }

    /// Runs `work` and renews meanwhile. A renewal that fails is no fault of the work: the lease then runs out, and the
    /// commit finds that its term is not ours.
    func renewing<Value: Sendable>(
        _ work: () async throws(StepFailure) -> Value
    ) async throws(StepFailure) -> Value {
        // Ends by cancellation when the work is done: the scope's end cancels what was not awaited.
        async let _: Void = renew()
        return try await work()
    }

    private func renew() async {
        while (try? await Task.sleep(for: renewal)) != nil {
            _ = try? await database.run(RenewLeases(leases: leases, duration: Self.duration))
        }
    }
}
