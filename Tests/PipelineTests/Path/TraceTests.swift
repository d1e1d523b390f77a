import Database
import Domain
import HTTP
import Messaging
import Observability
import TestKit
import Testing

@testable import Pipeline

@Suite("Traces of a batch")
struct BatchTraceTests {
    private static func envelope(_ pair: PairID, _ trace: TraceContext?) -> [UInt8] {
        var envelope = Envelope.naming(pair)
        envelope.trace = trace?.traceparent
        return envelope.encoded
    }

    @Test("Each record keeps the trace of its own message; calls and what has none bear that of the first which has one")
    func own() async throws {
        try await Bench.with { bench in
            let post = Post(logger: bench.workshop.logger)
            let (one, two) = (TraceContext.fresh(), TraceContext.fresh())
            let bodies = [
                Self.envelope(PairID(1), nil), Self.envelope(PairID(2), one), Self.envelope(PairID(3), two),
            ]
            let intake = Intake(try await post.deliver(bodies))
            #expect(intake.traces.batch?.trace == one.trace)
            #expect(intake.traces.id(of: PairID(1)) == one.trace)
            #expect(intake.traces.id(of: PairID(2)) == one.trace && intake.traces.id(of: PairID(3)) == two.trace)
            let untraced = Intake(try await post.deliver([Self.envelope(PairID(1), nil)]))
            #expect(untraced.traces.id(of: PairID(1)) != nil, "what nobody traced is traced from here on")
        }
    }

    @Test("A record that has to be tried again, by outage or fault, is tried again under its own trace")
    func again() async throws {
        try await Bench.with { bench in
            let trace = TraceContext.fresh()
            bench.hubspot.put("companies/4102", ["name": "Durand"])
            let pair = try await bench.plant(.company, "4102")
            try await bench.carryHints()
            bench.hubspot.interrupt { _ throws(HTTPFailure) in throw .unreachable("nobody there") }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver([Self.envelope(pair, trace)]))
            let hints = try await bench.database.run(ClaimOutboxTrace())
            #expect(hints.count == 1 && hints.first?.contains(trace.trace) == true)
        }
    }
}

private struct ClaimOutboxTrace: Statement {
    static let sql = "SELECT coalesce(trace, '') FROM outbox"
    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
