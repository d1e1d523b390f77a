public import Observability

extension FleetFigures {
    /// Everything begins with `passerelle_fleet_`: the same value from every process that shows it.
    public nonisolated func register(in metrics: Metrics) {
        metrics.whenAsked { await self.refresh() }
        let series: @Sendable () -> FleetSeries = { FleetSeries(figures: self.figures) }

        metrics.gauges("passerelle_fleet_pairs", "Pairs by kind and state.") { series().pairs }
        metrics.gauges("passerelle_fleet_pairs_by_reason", "Pairs that stand in a state for a reason.") {
            series().pairsByReason
        }
        metrics.gauges(
            "passerelle_fleet_oldest_pair_age_seconds", "For how long the pair has stood in its state that has longest."
        ) { series().oldestPairs }
        metrics.gauges("passerelle_fleet_paused", "1 while an operator has paused a kind.") { series().paused }

        metrics.gauges("passerelle_fleet_outbox_rows", "Hints that are due and not with the broker yet.") {
            series().outboxRows
        }
        metrics.gauges("passerelle_fleet_outbox_age_seconds", "For how long the oldest hint in the outbox has been due.") {
            series().outboxAge
        }
        metrics.gauge("passerelle_fleet_discoveries", "Companies below which something is still to be found.") {
            series().discoveries
        }
        metrics.gauge("passerelle_fleet_dead_letters", "Dead letters that are kept, to be looked at or discarded.") {
            series().deadLetters
        }
        metrics.counters("passerelle_fleet_repairs_total", "Pairs that the sweeper had to queue again: each is a bug.") {
            series().repairs
        }

        metrics.gauge("passerelle_fleet_quota_calls", "Calls to HubSpot of a whole day, by its own header.") {
            series().quota
        }
        metrics.gauge("passerelle_fleet_quota_remaining_calls", "Calls left today, by HubSpot's own header.") {
            series().quotaRemaining
        }
        metrics.gauge("passerelle_fleet_quota_reserve_calls", "Calls of the day that are left to others.") {
            series().quotaReserve
        }
        metrics.gauges("passerelle_fleet_limit_opens_seconds", "Until the next call may be made, by limit.") {
            series().limitsOpen
        }
        metrics.gauges("passerelle_fleet_limit_spacing_seconds", "Time between any two calls, by limit.") {
            series().spacings
        }
        metrics.gauge("passerelle_fleet_database_bytes", "What the database takes on its disk.") { series().databaseBytes }
    }
}
