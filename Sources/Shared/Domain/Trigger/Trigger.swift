/// The two conditions that start a company's sync: its lifecycle stage equals the parameter of artis, and its box
/// `synchro_artis` is ticked (R8). Asked of unlatched companies only: what has begun goes on (R11).
public enum Trigger {
    /// - Parameters:
    ///   - stageHistory: of `lifecyclestage`.
    ///   - boxHistory: of `synchro_artis`.
    ///   - stage: the present value, which counts even where the history lags behind it.
    ///   - box: likewise.
    ///   - parameter: `HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE`; nil when artis has none.
    ///   - stages: those of the account.
    ///   - lastLook: both must have held at one moment from then on; the values in force at that moment count.
    public static func verdict(
        stageHistory: PropertyHistory, boxHistory: PropertyHistory, stage: String?, box: String?, parameter: String?,
        stages: LifecycleStages, since lastLook: Instant
    ) -> TriggerVerdict {
        guard let parameter, stages.contains(parameter) else { return .notSet }
        if stage == parameter && isTicked(box) { return .held }
        let moments = [lastLook] + (stageHistory.entries + boxHistory.entries).map(\.since).filter { $0 > lastLook }
        let held = moments.contains { moment in
            stageHistory.value(at: moment) == parameter && isTicked(boxHistory.value(at: moment))
        }
        if held { return .held }
        return stage == parameter ? .notRequested : .lifecycleNotReached
    }

    /// HubSpot's checkboxes are `true`, `false`, empty or absent; only the first is ticked.
    public static func isTicked(_ box: String?) -> Bool { box == "true" }
}
