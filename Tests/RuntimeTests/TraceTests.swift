import Testing

@testable import Observability

@Suite struct TraceTests {
    static let sample = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test func `what is read is written the same`() throws {
        let trace = try #require(TraceContext(traceparent: Self.sample))
        #expect(trace.traceparent == Self.sample)
        #expect(trace.trace == "4bf92f3577b34da6a3ce929d0e0e4736" && trace.sampled)
    }

    @Test(arguments: [
        "", "00", sample.uppercased(), sample + "-x", sample + "0", String(sample.dropLast()),
        "ff" + sample.dropFirst(2), "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", sample.replacing("-", with: "_"),
        "01" + sample.dropFirst(2) + "x",
    ])
    func `anything else is none`(text: String) {
        #expect(TraceContext(traceparent: text) == nil)
    }

    @Test func `a later version is read by its front part`() {
        #expect(TraceContext(traceparent: "01" + Self.sample.dropFirst(2) + "-more")?.traceparent == Self.sample)
    }

    @Test func `a step of a trace keeps the trace and has an id of its own`() {
        var randomness = Sequence64(state: 1)
        for _ in 0..<100 {
            let trace = TraceContext(using: &randomness)
            let child = trace.child(using: &randomness)
            #expect(child.trace == trace.trace && child.parentID != trace.parentID)
            #expect(TraceContext(traceparent: child.traceparent) == child)
        }
    }

    @Test(arguments: [nil, "", "hello", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"])
    func `what is no trace starts a new one`(header: String?) {
        let (one, other) = (TraceContext.received(header), TraceContext.received(header))
        #expect(one.trace != other.trace && TraceContext(traceparent: one.traceparent) == one)
    }

    @Test func `a caller's trace is gone on with by a step of its own`() throws {
        let received = TraceContext.received(Self.sample)
        #expect(received.trace == "4bf92f3577b34da6a3ce929d0e0e4736" && received.traceparent != Self.sample)
    }
}
