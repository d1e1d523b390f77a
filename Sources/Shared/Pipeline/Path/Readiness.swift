/// Whether batches may be worked on: both systems answer, nothing else stops work, and the fleet has its reference data.
struct Readiness {
    let breakers: BreakerWatch
    let references: ReferenceShelf

    var isReady: Bool {
        get async { if breakers.isClosed { await references.isComplete } else { false } }
    }

    /// Returns once it is so.
    func wait() async throws(CancellationError) {
        try await breakers.closed()
        try await references.complete()
    }
}

extension Workshop {
    var readiness: Readiness { Readiness(breakers: breakers, references: references) }
}
