import Oversight

/// Something that costs the database or the broker more than a page should: asked for once for everybody who looks at the
/// same time, and kept for a moment.
actor Fresh<Value: Sendable> {
    private let lifetime: Duration
    private let make: @Sendable () async throws(OperatorFailure) -> Value
    private var held: (value: Value, at: ContinuousClock.Instant)?
    private var asked: Task<Result<Value, OperatorFailure>, Never>?
    /// How often it was made stale: what was asked before that is not kept.
    private var turn = 0

    init(for lifetime: Duration, _ make: @escaping @Sendable () async throws(OperatorFailure) -> Value) {
        self.lifetime = lifetime
        self.make = make
    }

    func value() async throws(OperatorFailure) -> Value {
        if let held, .now - held.at < lifetime { return held.value }
        let task = asked ?? ask()
        return try await task.value.get()
    }

    /// Somebody has changed what it tells: whoever looks next sees that.
    func expire() {
        (held, asked) = (nil, nil)
        turn += 1
    }

    private func ask() -> Task<Result<Value, OperatorFailure>, Never> {
        let task = Task { [make, turn] () -> Result<Value, OperatorFailure> in
            let answer: Result<Value, OperatorFailure>
            do throws(OperatorFailure) { answer = .success(try await make()) } catch { answer = .failure(error) }
            keep(answer, of: turn)
            return answer
        }
        asked = task
        return task
    }

    private func keep(_ answer: Result<Value, OperatorFailure>, of turn: Int) {
        guard turn == self.turn else { return }
        asked = nil
        if case .success(let value) = answer { held = (value, .now) }
    }
}
