import Synchronization

/// Something that only ever grows, such as calls made.
public final class Counter<Labels: MetricLabels>: MetricFamily {
    let header: MetricHeader
    private let values: Mutex<[Labels: Double]>

    init(_ header: MetricHeader, from start: [Labels]) {
        self.header = header
        values = Mutex(Dictionary(start.map { ($0, 0) }) { first, _ in first })
    }

    public func increment(_ labels: Labels, by amount: Double = 1) {
        precondition(amount >= 0, "a counter never goes down")
        values.withLock { $0[labels, default: 0] += amount }
    }

    public func value(_ labels: Labels) -> Double { values.withLock { $0[labels] ?? 0 } }

    func samples() -> [String] {
        values.withLock { $0 }.map { Exposition.sample(header.name, $0.key.pairs, $0.value) }.sorted()
    }
}

extension Counter where Labels == NoLabels {
    public func increment(by amount: Double = 1) { increment(NoLabels(), by: amount) }
    public var value: Double { value(NoLabels()) }
}
