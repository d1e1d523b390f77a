/// The policy that a 429 of HubSpot names; the raw value is its `policyName`.
public enum Penalty: String, Sendable, CaseIterable {
    /// All calls keep still for ten seconds. HubSpot also spells it `TEN_SECONDLY_ROLLING`.
    case tenSecondly = "TEN_SECONDLY"
    /// Searches keep still for one second.
    case secondly = "SECONDLY"
    /// All calls keep still until midnight in the account's time zone, but for a probing one an hour.
    case daily = "DAILY"

    /// - Returns: the strictest short one for a name that is not known.
    public init(policyName: String) {
        let name = policyName.uppercased()
        self =
            name.hasPrefix("TEN_SECONDLY") ? .tenSecondly
            : name.hasPrefix("SECONDLY") ? .secondly : name.hasPrefix("DAILY") ? .daily : .tenSecondly
    }
}
