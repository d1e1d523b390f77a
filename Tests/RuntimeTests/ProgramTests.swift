import Logging
import ServiceLifecycle
import Synchronization
import Testing
import UnixSignals

@testable import Runtime

@Suite(.timeLimit(.minutes(1))) struct ProgramTests {
    let events = Events()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A service that says when it runs, when it is asked to stop, and when it has stopped.
    func service(_ name: String, onStop: @escaping @Sendable () async -> Void = {}) -> Resilient {
        Resilient(name, logger: logger) { [events] in
            events.add("\(name) runs")
            try await gracefulShutdown()
            events.add("\(name) stops")
            await onStop()
            events.add("\(name) ended")
        }
    }

    @Test func `a signal drains, the last service first, and the exit code is 0`() async {
        let (signals, send) = AsyncStream.makeStream(of: UnixSignal.self)
        let program = Program(logger: logger, drain: .seconds(30))
        async let code = program.run([service("pool"), service("consumer")], until: signals)
        await events.wait(for: ["pool runs", "consumer runs"])
        send.yield(.sigterm)
        #expect(await code == 0)
        #expect(events.all.suffix(4) == ["consumer stops", "consumer ended", "pool stops", "pool ended"])
    }

    @Test func `a second signal leaves at once`() async {
        let (signals, send) = AsyncStream.makeStream(of: UnixSignal.self)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let program = Program(logger: logger, drain: .seconds(600)) { [events] code in
            events.add("left with \(code)")
            open.finish()
        }
        let slow = service("slow") { for await _ in gate {} }
        async let code = program.run([slow], until: signals)
        await events.wait(for: ["slow runs"])
        send.yield(.sigterm)
        await events.wait(for: ["slow stops"])
        #expect(!events.all.contains("left with 143"))
        send.yield(.sigterm)
        await events.wait(for: ["left with 143"])
        #expect(await code == 0)
    }

    @Test func `what is still running after the drain time is cancelled, and the exit code is 0`() async {
        let (signals, send) = AsyncStream.makeStream(of: UnixSignal.self)
        let program = Program(logger: logger, drain: .milliseconds(20), grace: .seconds(600)) { [events] in
            events.add("left with \($0)")
        }
        let slow = service("slow") { _ = try? await Task.sleep(for: .seconds(600)) }
        async let code = program.run([slow], until: signals)
        await events.wait(for: ["slow runs"])
        send.yield(.sigint)
        #expect(await code == 0)
        #expect(events.all == ["slow runs", "slow stops", "slow ended"])
    }

    @Test func `work that does not heed cancellation is left behind`() async {
        let (signals, send) = AsyncStream.makeStream(of: UnixSignal.self)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let program = Program(logger: logger, drain: .milliseconds(10), grace: .milliseconds(10)) { [events] code in
            events.add("left with \(code)")
            open.finish()
        }
        let deaf = service("deaf") { await Task { for await _ in gate {} }.value }
        async let code = program.run([deaf], until: signals)
        await events.wait(for: ["deaf runs"])
        send.yield(.sigterm)
        await events.wait(for: ["left with 1"])
        _ = await code
    }

    @Test func `a service asleep at the end does not fail the program`() async {
        let (signals, send) = AsyncStream.makeStream(of: UnixSignal.self)
        let sleeper = Resilient("sleeper", logger: logger) { [events] in
            events.add("sleeps")
            let whole = await Pause.wait(for: .seconds(600))
            events.add("woke \(whole)")
        }
        let thrower = Resilient("thrower", logger: logger) {
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(600)) }
        }
        let program = Program(logger: logger, drain: .seconds(30))
        async let code = program.run([sleeper, thrower], until: signals)
        await events.wait(for: ["sleeps"])
        send.yield(.sigterm)
        #expect(await code == 0)
        #expect(events.all.contains("woke false"))
    }

    @Test func `a service that throws or ends is started again, after a growing delay, and the others go on`() async {
        let (signals, send) = AsyncStream.makeStream(of: UnixSignal.self)
        let runs = Mutex(0)
        let backoff = Backoff(base: .seconds(1), cap: .seconds(60))
        let pause: @Sendable (Duration) async -> Bool = { [events] delay in
            events.add(delay <= .seconds(4) ? "paused" : "paused too long")
            return true
        }
        let faulty = Resilient("faulty", logger: logger, backoff: backoff, pause: pause) { [events] in
            let run = runs.withLock { count in
                count += 1
                return count
            }
            events.add("run \(run)")
            if run == 1 { throw Fault() }
            if run == 2 { return }
            try await gracefulShutdown()
        }
        let program = Program(logger: logger, drain: .seconds(30))
        async let code = program.run([service("other"), faulty], until: signals)
        await events.wait(for: ["run 3", "other runs"])
        send.yield(.sigterm)
        #expect(await code == 0)
        #expect(
            events.all.filter { $0 != "other runs" && !$0.hasPrefix("other") } == [
                "run 1", "paused", "run 2", "paused", "run 3",
            ])
        #expect(events.all.last == "other ended")
    }

    struct Fault: Error {}
}
