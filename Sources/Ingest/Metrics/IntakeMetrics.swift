import Observability

/// What ingest counts of what it takes in and hands on.
struct IntakeMetrics: Sendable {
    struct StatusLabels: MetricLabels {
        /// The status answered, one of the receiver's few.
        var status: Int
        var pairs: [(String, String)] { [("status", "\(status)")] }
    }

    struct ChangeLabels: MetricLabels {
        var source: ChangeSource
        var outcome: ChangeOutcome
        var pairs: [(String, String)] { [("source", source.rawValue), ("outcome", outcome.rawValue)] }
    }

    struct HintLabels: MetricLabels {
        var outcome: HintOutcome
        var pairs: [(String, String)] { [("outcome", outcome.rawValue)] }
    }

    private let webhooks: Counter<StatusLabels>
    private let changes: Counter<ChangeLabels>
    private let hints: Counter<HintLabels>
    private let letters: Counter<NoLabels>

    init(_ metrics: Metrics) {
        webhooks = metrics.counter(
            "passerelle_webhook_calls_total", "Calls of the receiver, by the status that it answered.",
            from: [204, 400, 401, 413, 503].map(StatusLabels.init))
        changes = metrics.counter(
            "passerelle_changes_told_total", "Changes that HubSpot or artis.net told.",
            from: ChangeSource.allCases.flatMap { source in
                ChangeOutcome.allCases.map { ChangeLabels(source: source, outcome: $0) }
            })
        hints = metrics.counter(
            "passerelle_hints_published_total", "Hints handed to the broker; what it did not confirm is tried again.",
            from: HintOutcome.allCases.map(HintLabels.init))
        letters = metrics.counter("passerelle_dead_letters_stored_total", "Dead letters taken from their queues and kept.")
    }

    func answered(webhookWith status: Int) { webhooks.increment(StatusLabels(status: status)) }

    func told(_ count: Int, by source: ChangeSource, _ outcome: ChangeOutcome) {
        changes.increment(ChangeLabels(source: source, outcome: outcome), by: Double(count))
    }

    func published(_ count: Int, _ outcome: HintOutcome) {
        hints.increment(HintLabels(outcome: outcome), by: Double(count))
    }

    func stored(letters count: Int) { letters.increment(by: Double(count)) }
}
