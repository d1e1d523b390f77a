import Database
import Domain
import Synchronization
import Testing

@testable import Pipeline

@Suite("Messages of a worker that may not work")
struct WithdrawalTests {
    /// Runs it until `body` returns.
    private func withdrawing(
        _ bench: Bench, _ post: Post, patience: Duration, _ body: () async throws -> Void
    ) async throws {
        let withdrawal = Withdrawal(consumer: post.consumer, readiness: bench.workshop.readiness, patience: patience)
        let running = Task { await withdrawal.run() }
        defer { running.cancel() }
        try await body()
    }

    @Test("after a while without work they go back to their queue, once; they are taken again when work goes on")
    func longOutage() async throws {
        try await Bench.with { bench in
            _ = try await bench.workshop.references.current()
            let post = Post(logger: bench.workshop.logger)
            try await withdrawing(bench, post, patience: .milliseconds(100)) {
                try await Task.sleep(for: .milliseconds(400))
                #expect(post.takings() == [], "everything answers")
                bench.answering.silence(.artis)
                await bench.breakers.trip(.artis, cause: "test")
                #expect(try await next(post) == [false])
                try await bench.probe()
                try await Task.sleep(for: .milliseconds(400))
                #expect(post.takings() == [], "artis still does not answer, and they are back already")
                bench.answering.silence(.artis, false)
                try await bench.probe()
                #expect(try await next(post) == [true])
            }
        }
    }

    /// What the worker tells the broker next.
    private func next(_ post: Post) async throws -> [Bool] {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            let told = post.takings()
            if !told.isEmpty { return told }
            try await Task.sleep(for: .milliseconds(50))
        }
        return []
    }

    @Test("a short outage moves no message: each return counts as a delivery")
    func shortOutage() async throws {
        try await Bench.with { bench in
            _ = try await bench.workshop.references.current()
            let post = Post(logger: bench.workshop.logger)
            try await withdrawing(bench, post, patience: .seconds(60)) {
                await bench.breakers.trip(.artis, cause: "test")
                try await Task.sleep(for: .milliseconds(1500))
                #expect(post.takings() == [])
            }
        }
    }
}
