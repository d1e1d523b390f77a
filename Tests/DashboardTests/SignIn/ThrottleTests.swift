import Domain
import Testing

@testable import Dashboard

@Suite("Passwords cannot be guessed fast")
struct ThrottleTests {
    private let start = Instant(milliseconds: 0)

    @Test("Five at once from one address, then 1, 2, 4 … 900 seconds; others are not shut out")
    func address() {
        var throttle = Throttle()
        for _ in 1...4 { throttle.failed("a", at: start) }
        #expect(throttle.wait("a", at: start) == .zero)
        for seconds in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
            throttle.failed("a", at: start)
            #expect(throttle.wait("a", at: start) == .seconds(seconds))
        }
        #expect(throttle.wait("a", at: start + .seconds(900)) == .zero)
        #expect(throttle.wait("b", at: start) == .zero)
        throttle.succeeded("a")
        #expect(throttle.wait("a", at: start) == .zero)
    }

    @Test("Many addresses guess no faster than thirty and then one in thirty seconds")
    func total() {
        var throttle = Throttle()
        for number in 1...29 { throttle.failed("\(number)", at: start) }
        #expect(throttle.wait("new", at: start) == .zero)
        for number in 30...40 { throttle.failed("\(number)", at: start) }
        #expect(throttle.wait("new", at: start) == .seconds(30))
        #expect(throttle.wait("new", at: start + .seconds(30)) == .zero)
    }

    @Test("An hour without a wrong one makes good, and no more is kept than ten thousand addresses")
    func memory() {
        var throttle = Throttle()
        for _ in 1...20 { throttle.failed("a", at: start) }
        #expect(throttle.wait("a", at: start + .seconds(3600)) == .zero)
        throttle.failed("a", at: start + .seconds(3600))
        #expect(throttle.wait("a", at: start + .seconds(3600)) == .zero)
        for number in 0..<10_100 { throttle.failed("n\(number)", at: start + .seconds(3601)) }
        #expect(throttle.known <= 10_000)
    }
}
