/// How artis.net is reached.
public struct ArtisSettings: SettingsGroup, Hashable {
    public let baseURL: BaseURL
    public let apiKey: Secret

    public init(baseURL: BaseURL, apiKey: Secret) {
        self.baseURL = baseURL
        self.apiKey = apiKey
    }

    public init(from reader: inout SettingsReader) {
        baseURL = reader.baseURL(.artisBaseURL, standIn: .standIn)
        apiKey = reader.token(.artisAPIKey, allowed: "the API key of artis.net, printable ASCII without blanks")
    }
}
