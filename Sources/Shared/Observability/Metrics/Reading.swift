/// A gauge or counter whose value is read when somebody asks, such as resident memory.
final class Reading: MetricFamily {
    let header: MetricHeader
    private let read: @Sendable () -> [(labels: [(String, String)], value: Double)]

    init(_ header: MetricHeader, read: @escaping @Sendable () -> [(labels: [(String, String)], value: Double)]) {
        self.header = header
        self.read = read
    }

    func samples() -> [String] {
        read().map { Exposition.sample(header.name, $0.labels, $0.value) }.sorted()
    }
}
