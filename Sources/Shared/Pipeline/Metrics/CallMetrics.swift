import Domain
import HTTP
import HubSpot
import Observability
import Runtime

/// What a process counts of its calls to the two systems, and of the limiter that it asks before those to HubSpot.
struct CallMetrics: Sendable {
    struct HubSpotLabels: MetricLabels {
        var purpose: CallPurpose
        var lane: Lane
        var status: CallStatus
        var pairs: [(String, String)] {
            [("purpose", purpose.rawValue), ("lane", lane.rawValue), ("status", status.rawValue)]
        }
    }

    struct PurposeLabels: MetricLabels {
        var purpose: CallPurpose
        var pairs: [(String, String)] { [("purpose", purpose.rawValue)] }
    }

    struct ArtisLabels: MetricLabels {
        var operation: ArtisOperationName
        var status: CallStatus
        var pairs: [(String, String)] { [("operation", operation.rawValue), ("status", status.rawValue)] }
    }

    struct OperationLabels: MetricLabels {
        var operation: ArtisOperationName
        var pairs: [(String, String)] { [("operation", operation.rawValue)] }
    }

    struct PolicyLabels: MetricLabels {
        var policy: PolicyName
        var pairs: [(String, String)] { [("policy", policy.rawValue)] }
    }

    struct LaneLabels: MetricLabels {
        var lane: Lane
        var pairs: [(String, String)] { [("lane", lane.rawValue)] }
    }

    struct VerdictLabels: MetricLabels {
        var lane: Lane
        var verdict: LimiterVerdict
        var pairs: [(String, String)] { [("lane", lane.rawValue), ("verdict", verdict.rawValue)] }
    }

    private let hubspot: Counter<HubSpotLabels>
    private let hubspotTook: Histogram<PurposeLabels>
    private let penalties: Counter<PolicyLabels>
    private let artis: Counter<ArtisLabels>
    private let artisTook: Histogram<OperationLabels>
    private let waits: Histogram<LaneLabels>
    private let verdicts: Counter<VerdictLabels>

    init(_ metrics: Metrics) {
        hubspot = metrics.counter("passerelle_hubspot_calls_total", "Calls made to HubSpot.", from: [])
        hubspotTook = metrics.histogram(
            "passerelle_hubspot_call_duration_seconds", "Time of a call to HubSpot, the wait for its permit left out.",
            labels: PurposeLabels.self)
        penalties = metrics.counter(
            "passerelle_hubspot_penalties_total", "Calls that HubSpot answered with 429.",
            from: PolicyName.allCases.map(PolicyLabels.init))
        artis = metrics.counter("passerelle_artis_calls_total", "Calls made to artis.net.", from: [])
        artisTook = metrics.histogram(
            "passerelle_artis_call_duration_seconds", "Time of a call to artis.net; its feed holds answers back.",
            labels: OperationLabels.self)
        waits = metrics.histogram(
            "passerelle_limiter_wait_seconds", "Time that a granted permit was waited for.", labels: LaneLabels.self)
        verdicts = metrics.counter(
            "passerelle_limiter_verdicts_total", "What the limiter answered to whoever asked for a permit.",
            from: Lane.allCases.flatMap { lane in
                LimiterVerdict.allCases.map { VerdictLabels(lane: lane, verdict: $0) }
            })
    }

    func toHubSpot(_ exchange: HTTPExchange) {
        guard let permit = exchange.request.permit, let status = CallStatus(exchange.outcome) else { return }
        hubspot.increment(HubSpotLabels(purpose: permit.purpose, lane: permit.lane, status: status))
        hubspotTook.observe(PurposeLabels(purpose: permit.purpose), exchange.took)
    }

    func toArtis(_ exchange: HTTPExchange) {
        guard let status = CallStatus(exchange.outcome) else { return }
        let operation = ArtisOperationName(exchange.request)
        artis.increment(ArtisLabels(operation: operation, status: status))
        artisTook.observe(OperationLabels(operation: operation), exchange.took)
    }

    func penalised(_ policy: PolicyName) { penalties.increment(PolicyLabels(policy: policy)) }

    /// The limiter, with every answer counted.
    func counting(_ limiter: @escaping PermitSource) -> PermitSource {
        { request in
            let asked = ContinuousClock.now
            let verdict = limiter(request)
            verdicts.increment(VerdictLabels(lane: request.lane, verdict: LimiterVerdict(verdict)))
            if verdict == .granted { waits.observe(LaneLabels(lane: request.lane), asked.duration(to: .now)) }
            return verdict
        }
    }
}
