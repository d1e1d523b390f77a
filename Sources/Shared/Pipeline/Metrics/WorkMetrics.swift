import Database
public import Domain
import Messaging
public import Observability
import Runtime

/// What a worker counts of its batches.
public struct WorkMetrics: Sendable {
    struct SettledLabels: MetricLabels {
        var kind: Kind
        var outcome: SettledOutcome
        var pairs: [(String, String)] { [("kind", kind.rawValue), ("outcome", outcome.rawValue)] }
    }

    struct BatchLabels: MetricLabels {
        var worker: WorkerRole
        var lane: Lane
        var pairs: [(String, String)] { [("worker", worker.rawValue), ("lane", lane.rawValue)] }
    }

    struct GivenBackLabels: MetricLabels {
        var cause: GiveBackCause
        var pairs: [(String, String)] { [("cause", cause.rawValue)] }
    }

    private let settled: Counter<SettledLabels>
    private let retries: Counter<NoLabels>
    private let givenBack: Counter<GivenBackLabels>
    private let refused: Counter<NoLabels>
    private let batch: Histogram<BatchLabels>
    private let queue: Histogram<BatchLabels>

    /// - Parameter roles: whose kinds show 0 from the start.
    public init(_ metrics: Metrics, roles: [WorkerRole] = []) {
        let kinds = roles.flatMap(\.kinds)
        settled = metrics.counter(
            "passerelle_messages_settled_total", "Messages answered by a committed decision about their pair.",
            from: kinds.flatMap { kind in SettledOutcome.allCases.map { SettledLabels(kind: kind, outcome: $0) } })
        retries = metrics.counter(
            "passerelle_retries_total", "Attempts at a record that failed, and are tried again later.")
        givenBack = metrics.counter(
            "passerelle_messages_given_back_total", "Pairs put off with nothing decided and nobody's attempt spent.",
            from: GiveBackCause.allCases.map(GivenBackLabels.init))
        refused = metrics.counter(
            "passerelle_messages_refused_total", "Messages that cannot be read, sent to the dead letters.")
        batch = metrics.histogram(
            "passerelle_batch_duration_seconds", "From taking a batch of messages until it is acknowledged.",
            labels: BatchLabels.self, bounds: Self.bounds)
        queue = metrics.histogram(
            "passerelle_queue_wait_seconds", "From a message's publication until a worker takes it.",
            labels: BatchLabels.self, bounds: Self.bounds)
    }

    /// In seconds: a batch waits for its permits, and a queue may be long.
    private static let bounds: [Double] = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800]

    func took(_ deliveries: [Delivery], by worker: WorkerRole, lane: Lane, at moment: Instant) {
        let labels = BatchLabels(worker: worker, lane: lane)
        for delivery in deliveries {
            guard let published = delivery.headers[OutgoingMessage.publishedAt].flatMap({ Int64($0) }) else { continue }
            // The clocks of two machines may differ a little.
            queue.observe(labels, Double(max(0, moment.milliseconds - published)) / 1000)
        }
    }

    func ended(batchOf worker: WorkerRole, lane: Lane, after duration: Duration) {
        batch.observe(BatchLabels(worker: worker, lane: lane), duration)
    }

    func count(_ settlement: Settlement) {
        settled.increment(SettledLabels(kind: settlement.pair.kind, outcome: SettledOutcome(settlement)))
        if settlement.pair.state == .retrying { retries.increment() }
    }

    func count(givenBack pairs: Int, because cause: GiveBackCause) {
        givenBack.increment(GivenBackLabels(cause: cause), by: Double(pairs))
    }

    func count(refused messages: Int) { refused.increment(by: Double(messages)) }
}
