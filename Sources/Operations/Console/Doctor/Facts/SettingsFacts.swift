/// What this installation is set to, as far as a prerequisite depends on it.
struct SettingsFacts: Sendable {
    /// `HUBSPOT_PIPELINE`
    var pipeline: String?
    var hasWebhookSecret = true
    /// `INGEST_PUBLIC_URL`
    var publicURL = "https://sync.example.com/webhooks/hubspot"
    /// HubSpot's servers call this machine: not a stand-in on the same one.
    var isRealHubSpot = false
}
