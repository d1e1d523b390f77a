import Synchronization
import Testing

@testable import Runtime

@Suite struct ConcurrencyTests {
    /// An actor on a queue of its own, as the C connections are.
    actor Owner {
        private let executor = QueueExecutor(label: "owner")
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
        private var count = 0

        func step() -> Int {
            assertIsolated()
            count += 1
            return count
        }

        nonisolated var isHere: Bool { executor.isIsolatingCurrentContext() == true }
        func ask() -> Bool { isHere }
    }

    @Test func `an actor on a queue runs one step at a time, on that queue`() async {
        let owner = Owner()
        let seen = await Bounded.map(Array(0..<500), limit: 16) { _ in await owner.step() }
        #expect(Set(seen) == Set(1...500))
        #expect(await owner.ask())
        #expect(!owner.isHere)
    }

    @Test(arguments: [1, 3, 8]) func `no more than the limit are under way`(limit: Int) async {
        let state = Mutex((now: 0, most: 0, done: 0))
        let (source, feed) = AsyncStream.makeStream(of: Int.self)
        for number in 0..<50 { feed.yield(number) }
        feed.finish()
        await Bounded.forEach(source, limit: limit) { _ in
            state.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            await Task.yield()
            state.withLock {
                $0.now -= 1
                $0.done += 1
            }
        }
        let end = state.withLock { $0 }
        #expect(end.done == 50 && end.now == 0 && end.most <= limit)
    }

    @Test func `the next element is taken only when somebody is free`() async {
        let taken = Mutex(0)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let source = AsyncStream<Int> {
            taken.withLock { count in
                count += 1
                return count <= 10 ? count : nil
            }
        }
        async let work: Void = Bounded.forEach(source, limit: 2) { number in
            guard number == 1 else { return }
            #expect(taken.withLock { $0 } <= 2 + number)
            for await _ in gate { break }
        }
        open.yield()
        await work
        #expect(taken.withLock { $0 } == 11)
    }

    @Test func `results come in the order of the elements`() async {
        let results = await Bounded.map([5, 3, 1, 4], limit: 2) { number in
            for _ in 0..<number { await Task.yield() }
            return number * 10
        }
        #expect(results == [50, 30, 10, 40])
    }
}
