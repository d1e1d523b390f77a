import Runtime
import Synchronization

/// How values spread, such as the time that calls take: counts by upper bound, the sum and the number.
public final class Histogram<Labels: MetricLabels>: MetricFamily {
    struct Series: Sendable {
        /// Per bucket, not yet summed up; one more than there are bounds, for all above the last.
        var counts: [UInt64]
        var sum = 0.0
    }

    let header: MetricHeader
    let bounds: [Double]
    private let series = Mutex<[Labels: Series]>([:])

    init(_ header: MetricHeader, bounds: [Double]) {
        precondition(!bounds.isEmpty && zip(bounds, bounds.dropFirst()).allSatisfy(<), "bounds grow")
        self.header = header
        self.bounds = bounds
    }

    public func observe(_ labels: Labels, _ value: Double) {
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        series.withLock { all in
            var own = all[labels] ?? Series(counts: Array(repeating: 0, count: bounds.count + 1))
            own.counts[bucket] += 1
            own.sum += value
            all[labels] = own
        }
    }

    func samples() -> [String] {
        series.withLock { $0 }.map { (pairs: $0.key.pairs, series: $0.value) }
            .sorted { Exposition.block($0.pairs) < Exposition.block($1.pairs) }
            .flatMap { lines($0.pairs, $0.series) }
    }

    /// Buckets are cumulative and end with `+Inf`, which equals the count.
    private func lines(_ labels: [(String, String)], _ series: Series) -> [String] {
        var total: UInt64 = 0
        var lines: [String] = []
        for (bound, count) in zip(bounds + [.infinity], series.counts) {
            total += count
            lines.append(
                Exposition.sample("\(header.name)_bucket", labels + [("le", Exposition.number(bound))], Double(total)))
        }
        lines.append(Exposition.sample("\(header.name)_sum", labels, series.sum))
        lines.append(Exposition.sample("\(header.name)_count", labels, Double(total)))
        return lines
    }
}

extension Histogram {
    public func observe(_ labels: Labels, _ duration: Duration) { observe(labels, duration.seconds) }
}

extension Histogram where Labels == NoLabels {
    public func observe(_ value: Double) { observe(NoLabels(), value) }
    public func observe(_ duration: Duration) { observe(NoLabels(), duration.seconds) }
}
