/// The receiver's and the poller's own.
public struct IngestSettings: SettingsGroup, Hashable {
    public let listen: ListenAddress
    /// The whole URL that HubSpot calls, path included: what the signature covers.
    public let publicURL: BaseURL
    /// Client secret of the app, for signatures v3; without it every call is refused.
    public let webhookSecret: Secret?
    /// How often to search for changes that no webhook told.
    public let pollEvery: Duration

    static let path = "/webhooks/hubspot"

    public init(listen: ListenAddress, publicURL: BaseURL, webhookSecret: Secret?, pollEvery: Duration = .seconds(30)) {
        self.listen = listen
        self.publicURL = publicURL
        self.webhookSecret = webhookSecret
        self.pollEvery = pollEvery
    }

    public init(from reader: inout SettingsReader) {
        listen = reader.listen(.ingestListen, default: ListenAddress(host: "127.0.0.1", port: 8080))
        let local = BaseURL("http://\(listen)\(Self.path)") ?? .standIn
        publicURL = reader.value(
            .ingestPublicURL, default: local,
            allowed: "the http(s) URL that HubSpot calls, such as https://sync.example.com\(Self.path)"
        ) { text in
            BaseURL(text).flatMap { $0.path.isEmpty ? BaseURL("\($0)\(Self.path)") : $0 }
        }
        webhookSecret = reader.optionalSecret(.hubspotWebhookSecret)
        pollEvery = reader.seconds(.hubspotPollSeconds, default: 30, in: 1...86_400)
    }
}
