import Synchronization

/// The metrics of one process. Asking for one that is there already gives the same; asking for it with another type is
/// a mistake of the program.
public final class Metrics: Sendable {
    private let families = Mutex<[String: any MetricFamily]>([:])
    private let collectors = Mutex<[@Sendable () async -> Void]>([])

    public init() {}

    /// Bounds in seconds that suit calls to a peer, from 5 ms to 30 s.
    public static let callBounds: [Double] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    /// - Parameter start: series that show 0 before they first grow, so that a rate sees the first step.
    public func counter<Labels: MetricLabels>(_ name: String, _ help: String, from start: [Labels]) -> Counter<Labels> {
        family(MetricHeader(.counter, name, help)) { Counter($0, from: start) }
    }

    public func counter(_ name: String, _ help: String) -> Counter<NoLabels> {
        counter(name, help, from: [NoLabels()])
    }

    public func gauge<Labels: MetricLabels>(_ name: String, _ help: String, labels: Labels.Type) -> Gauge<Labels> {
        family(MetricHeader(.gauge, name, help)) { Gauge($0) }
    }

    public func gauge(_ name: String, _ help: String) -> Gauge<NoLabels> { gauge(name, help, labels: NoLabels.self) }

    /// A gauge that is read when somebody asks.
    public func gauge(_ name: String, _ help: String, read: @escaping @Sendable () -> Double?) {
        register(Reading(MetricHeader(.gauge, name, help)) { read().map { [(labels: [], value: $0)] } ?? [] })
    }

    public func histogram<Labels: MetricLabels>(
        _ name: String, _ help: String, labels: Labels.Type, bounds: [Double] = Metrics.callBounds
    ) -> Histogram<Labels> {
        family(MetricHeader(.histogram, name, help)) { Histogram($0, bounds: bounds) }
    }

    public func histogram(_ name: String, _ help: String, bounds: [Double] = Metrics.callBounds) -> Histogram<NoLabels>
    {
        histogram(name, help, labels: NoLabels.self, bounds: bounds)
    }

    /// Several series that are read when somebody asks.
    public func gauges<Labels: MetricLabels>(
        _ name: String, _ help: String, read: @escaping @Sendable () -> [(labels: Labels, value: Double)]
    ) {
        register(Reading(MetricHeader(.gauge, name, help)) { read().map { (labels: $0.labels.pairs, value: $0.value) } })
    }

    /// Counters that somebody else counts, read when somebody asks.
    public func counters<Labels: MetricLabels>(
        _ name: String, _ help: String, read: @escaping @Sendable () -> [(labels: Labels, value: Double)]
    ) {
        register(
            Reading(MetricHeader(.counter, name, help)) { read().map { (labels: $0.labels.pairs, value: $0.value) } })
    }

    /// Has `collect` run before each answer to a scrape: for figures that have to be asked for. It must answer soon, and
    /// bound how often it asks.
    public func whenAsked(_ collect: @escaping @Sendable () async -> Void) { collectors.withLock { $0.append(collect) } }

    /// The answer to a scrape.
    public func answer() async -> String {
        for collect in collectors.withLock({ $0 }) { await collect() }
        return exposition()
    }

    /// Everything in the text format of Prometheus, in order of name; what has no series yet is announced all the same.
    public func exposition() -> String {
        let all = families.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
        return all.flatMap { Exposition.head($0.header) + $0.samples() }.map { $0 + "\n" }.joined()
    }

    /// What ``exposition()`` is written in.
    public static var contentType: String { Exposition.contentType }

    func register(_ family: some MetricFamily) { families.withLock { $0[family.header.name] = family } }

    private func family<Family: MetricFamily>(_ header: MetricHeader, make: (MetricHeader) -> Family) -> Family {
        families.withLock { families in
            guard let known = families[header.name] else {
                let new = make(header)
                families[header.name] = new
                return new
            }
            guard let known = known as? Family else { preconditionFailure("two metrics of the name \(header.name)") }
            return known
        }
    }
}
