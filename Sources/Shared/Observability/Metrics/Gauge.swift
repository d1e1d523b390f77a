import Synchronization

/// Something that goes up and down, such as batches under way.
public final class Gauge<Labels: MetricLabels>: MetricFamily {
    let header: MetricHeader
    private let values = Mutex<[Labels: Double]>([:])

    init(_ header: MetricHeader) { self.header = header }

    public func set(_ labels: Labels, to value: Double) { values.withLock { $0[labels] = value } }
    public func add(_ labels: Labels, _ amount: Double) { values.withLock { $0[labels, default: 0] += amount } }
    public func value(_ labels: Labels) -> Double? { values.withLock { $0[labels] } }

    /// Forgets a series whose subject is gone.
    public func remove(_ labels: Labels) { values.withLock { $0[labels] = nil } }

    func samples() -> [String] {
        values.withLock { $0 }.map { Exposition.sample(header.name, $0.key.pairs, $0.value) }.sorted()
    }
}

extension Gauge where Labels == NoLabels {
    public func set(to value: Double) { set(NoLabels(), to: value) }
    public func add(_ amount: Double) { add(NoLabels(), amount) }
}
