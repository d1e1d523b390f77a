import Synchronization

/// The metrics of one process. Asking for one that is there already gives the same; asking for it with another type is
/// a mistake of the program.
public final class Metrics: Sendable {
    private let families = Mutex<[String: any MetricFamily]>([:])

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

    /// Everything in the text format of Prometheus, in order of name.
    public func exposition() -> String {
        let all = families.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
        let lines = all.flatMap { family in
            let samples = family.samples()
            return samples.isEmpty ? [] : Exposition.head(family.header) + samples
        }
        return lines.map { $0 + "\n" }.joined()
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
