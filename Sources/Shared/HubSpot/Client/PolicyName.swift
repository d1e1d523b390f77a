/// The limit that a 429 says was passed; the raw value is HubSpot's word.
public enum PolicyName: String, Sendable, Hashable, CaseIterable {
    case tenSecondly = "TEN_SECONDLY_ROLLING"
    case secondly = "SECONDLY"
    case daily = "DAILY"

    /// - Parameter text: as answered; a name that is missing or not known counts as the stricter of the short ones.
    init(answered text: String?) {
        let text = text?.uppercased() ?? ""
        self = text.hasPrefix("DAILY") ? .daily : text.hasPrefix("SECONDLY") ? .secondly : .tenSecondly
    }
}
