import Database
import Domain
import Logging
import Observability
import Runtime

extension Path {
    /// The line of a message that leaves nothing to do: its pair is answered, or in other hands and hinted again.
    func passedOver(_ pair: PairID, intake: Intake) {
        workshop.logger.info(
            "passed over",
            [.pair: "\(pair)", .lane: "\(intake.lane.rawValue)", .trace: "\(intake.traces.id(of: pair) ?? "")"])
    }

    /// One line per settled message; ids and reasons suffice. Its trace is its own; the calls that it shared with its batch
    /// bear the batch's, which is told where it is another.
    func report(_ settlement: Settlement, intake: Intake) {
        workshop.metrics.count(settlement)
        let pair = settlement.pair
        let trace = intake.traces.id(of: pair.id)
        var keys: Logger.Keys = [
            .kind: "\(pair.kind.rawValue)", .pair: "\(pair.id)", .hubspotID: "\(pair.hubspotID?.rawValue ?? "")",
            .artisID: "\(pair.artisID?.rawValue ?? "")", .outcome: "\(SettledOutcome(settlement).rawValue)",
            .reason: "\(pair.reason?.rawValue ?? "")", .lane: "\(intake.lane.rawValue)", .trace: "\(trace ?? "")",
            .durationMilliseconds: "\(intake.began.duration(to: .now).milliseconds)",
        ]
        if let batch = intake.traces.batch?.trace, batch != trace { keys[.batchTrace] = "\(batch)" }
        workshop.logger.info("settled", keys)
    }
}
