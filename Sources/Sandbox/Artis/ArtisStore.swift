/// Holds artis' state: one write at a time, each kept before it is answered, and readers of the feed woken by it.
actor ArtisStore {
    private(set) var state = ArtisState()
    let now: @Sendable () -> Int
    private let keep: @Sendable ([ArtisEntry]) -> Void
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var tickets = 0

    /// - Parameters:
    ///   - entries: what an earlier life of the sandbox kept, in order.
    ///   - now: microseconds since 1970.
    ///   - keep: writes entries where they survive a restart; called in order.
    init(
        replaying entries: [ArtisEntry] = [], now: @escaping @Sendable () -> Int = { SteadyClock.shared.now },
        keep: @escaping @Sendable ([ArtisEntry]) -> Void = { _ in }
    ) {
        self.now = now
        self.keep = keep
        for entry in entries { state.apply(entry) }
    }

    /// Keeps and applies what changes reference data or settings.
    func set(_ entries: [ArtisEntry]) {
        keep(entries)
        for entry in entries { state.apply(entry) }
    }

    /// Runs operations in order; one that is refused leaves its neighbours alone.
    func run(
        _ operations: [ArtisOperation], in collection: ArtisCollection, author: ArtisWrite.Author, origin: String?
    ) -> [Result<ArtisState.Outcome, ArtisRefusal>] {
        var entries: [ArtisEntry] = []
        let results = operations.map { operation -> Result<ArtisState.Outcome, ArtisRefusal> in
            do throws(ArtisRefusal) {
                let cause = ArtisCause(at: now(), author: author, origin: origin)
                let outcome = try state.decide(operation, in: collection, cause: cause)
                if let entry = outcome.entry {
                    entries.append(entry)
                    state.apply(entry)
                }
                return .success(outcome)
            } catch {
                return .failure(error)
            }
        }
        keep(entries)
        wake()
        return results
    }

    /// Deletes or restores as a person would.
    func act(
        _ decide: (ArtisState, ArtisCause) throws(ArtisRefusal) -> ArtisEntry
    ) throws(ArtisRefusal) {
        let entry = try decide(state, ArtisCause(at: now(), author: .personne))
        state.apply(entry)
        keep([entry])
        wake()
    }
}

extension ArtisStore {
    /// The feed after `place`: at once when there is something, else when something comes or `patience` has passed.
    func told(
        after place: Int, limit: Int, patience: Duration
    ) async -> Result<ArtisState.Changes, ArtisRefusal> {
        let deadline = ContinuousClock.now + patience
        while true {
            do throws(ArtisRefusal) {
                let changes = try state.changes(after: place, limit: limit, at: now())
                if !changes.writes.isEmpty || ContinuousClock.now >= deadline || Task.isCancelled {
                    return .success(changes)
                }
            } catch {
                return .failure(error)
            }
            await nextWrite(until: deadline)
        }
    }

    private func nextWrite(until deadline: ContinuousClock.Instant) async {
        tickets += 1
        let ticket = tickets
        let alarm = Task {
            try? await Task.sleep(until: deadline, clock: .continuous)
            wake(ticket)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiting[ticket] = $0 }
        } onCancel: {
            alarm.cancel()
        }
        alarm.cancel()
    }

    private func wake(_ ticket: Int) { waiting.removeValue(forKey: ticket)?.resume() }

    private func wake() {
        for continuation in waiting.values { continuation.resume() }
        waiting = [:]
    }
}
