/// What of HubSpot can be chosen: limits, and the behaviours that are not confirmed or differ from account to account.
struct HubSpotSettings: Sendable {
    /// Calls in any ten seconds, searches apart.
    var tenSecondLimit = 100
    /// Searches in any second.
    var searchLimit = 5
    /// Calls in a day of the account's zone.
    var dailyLimit = 250_000
    var timeZone = "Europe/Paris"
    var webhooks = WebhookSettings()
}

/// Where events are delivered, and how well.
struct WebhookSettings: Sendable {
    var url: String?
    var secret = ""
}
