import Domain
import Testing

@testable import Observability
@testable import Runtime

@Suite struct MetricsTests {
    struct Settled: MetricLabels {
        var kind: Kind
        var pairs: [(String, String)] { [("kind", kind.rawValue)] }
    }

    struct Odd: MetricLabels {
        var text: String
        var pairs: [(String, String)] { [("text", text)] }
    }

    let metrics = Metrics()

    @Test func `a counter is shown with help, type and its series in order`() {
        let settled = metrics.counter("passerelle_settled_total", "Messages settled.", from: [Settled(kind: .deal)])
        settled.increment(Settled(kind: .company))
        settled.increment(Settled(kind: .company), by: 2.5)
        #expect(
            metrics.exposition() == """
                # HELP passerelle_settled_total Messages settled.
                # TYPE passerelle_settled_total counter
                passerelle_settled_total{kind="company"} 3.5
                passerelle_settled_total{kind="deal"} 0

                """)
    }

    @Test func `a histogram is cumulative and ends with Inf, sum and count`() {
        let took = metrics.histogram("call_seconds", "Time of a call.", bounds: [0.1, 1])
        for value in [0.05, 0.1, 0.5, 7] { took.observe(value) }
        took.observe(.milliseconds(250))
        #expect(
            metrics.exposition() == """
                # HELP call_seconds Time of a call.
                # TYPE call_seconds histogram
                call_seconds_bucket{le="0.1"} 2
                call_seconds_bucket{le="1"} 4
                call_seconds_bucket{le="+Inf"} 5
                call_seconds_sum 7.9
                call_seconds_count 5

                """)
    }

    @Test func `buckets of several series stay together`() {
        let took = metrics.histogram("call_seconds", "Time.", labels: Settled.self, bounds: [1])
        took.observe(Settled(kind: .deal), 0.5)
        took.observe(Settled(kind: .company), 2.0)
        let lines = metrics.exposition().split(separator: "\n").dropFirst(2)
        #expect(
            Array(lines) == [
                #"call_seconds_bucket{kind="company",le="1"} 0"#, #"call_seconds_bucket{kind="company",le="+Inf"} 1"#,
                #"call_seconds_sum{kind="company"} 2"#, #"call_seconds_count{kind="company"} 1"#,
                #"call_seconds_bucket{kind="deal",le="1"} 1"#, #"call_seconds_bucket{kind="deal",le="+Inf"} 1"#,
                #"call_seconds_sum{kind="deal"} 0.5"#, #"call_seconds_count{kind="deal"} 1"#,
            ])
    }

    @Test func `quotes, backslashes and line ends are escaped`() {
        let odd = metrics.gauge("odd", "Line\nand \\ of help.", labels: Odd.self)
        odd.set(Odd(text: "a\"b\\c\nd"), to: 1)
        #expect(metrics.exposition().contains(##"odd{text="a\"b\\c\nd"} 1"##))
        #expect(metrics.exposition().contains(##"# HELP odd Line\nand \\ of help."##))
        odd.remove(Odd(text: "a\"b\\c\nd"))
        #expect(!metrics.exposition().contains("odd{"))
    }

    @Test(
        arguments: [
            (0, "0"), (-3, "-3"), (1e15, "1000000000000000"), (0.1, "0.1"), (1.5e300, "1.5e+300"), (.infinity, "+Inf"),
            (-.infinity, "-Inf"), (.nan, "NaN"),
        ] as [(Double, String)])
    func `numbers are written as the format wants them`(value: Double, text: String) {
        #expect(Exposition.number(value) == text)
    }

    @Test func `the same name gives the same metric`() {
        metrics.counter("calls_total", "Calls.").increment()
        metrics.counter("calls_total", "Calls.").increment()
        #expect(metrics.counter("calls_total", "Calls.").value == 2)
    }

    @Test func `many at once lose nothing`() async {
        let calls = metrics.counter("calls_total", "Calls.")
        let under = metrics.gauge("under_way", "Under way.")
        _ = await Bounded.map(Array(0..<2000), limit: 8) { _ in
            calls.increment()
            under.add(1)
            under.add(-1)
        }
        #expect(calls.value == 2000)
        #expect(under.value(NoLabels()) == 0)
    }

    @Test func `a process tells its memory, processor time, files, start and build`() throws {
        metrics.registerProcess(program: "deal-worker")
        let lines = metrics.exposition().split(separator: "\n").filter { !$0.hasPrefix("#") }
        let values = Dictionary(
            uniqueKeysWithValues: lines.map {
                ($0.prefix { $0 != " " && $0 != "{" }, $0.split(separator: " ").last.flatMap { Double($0) } ?? -1)
            })
        #expect(try #require(values["process_resident_memory_bytes"]) > 1_000_000)
        #expect(try #require(values["process_cpu_seconds_total"]) > 0)
        #expect(try #require(values["process_open_fds"]) >= 3)
        #expect(try #require(values["process_start_time_seconds"]) > 1_700_000_000)
        #expect(
            metrics.exposition().contains(#"passerelle_build_info{program="deal-worker",version="\#(Version.current)""#)
        )
    }

    @Test func `what has no series yet is announced, and what must be asked for is asked before the answer`() async {
        let pairs = metrics.gauge("pairs", "Pairs.")
        #expect(metrics.exposition() == "# HELP pairs Pairs.\n# TYPE pairs gauge\n")
        metrics.whenAsked { pairs.set(to: 3) }
        metrics.counters("told_total", "Told.") { [(labels: Settled(kind: .deal), value: 2)] }
        #expect(await metrics.answer().contains("pairs 3\n"))
        #expect(await metrics.answer().contains("# TYPE told_total counter\ntold_total{kind=\"deal\"} 2\n"))
    }
}
