public import Logging

/// What every long-running program reads.
public struct ProcessSettings: SettingsGroup, Hashable {
    /// Where `/metrics`, `/healthz` and `/readyz` are served; nil: nowhere.
    public let metricsListen: ListenAddress?
    /// How long to finish what was taken after the first SIGTERM.
    public let drain: Duration
    public let logLevel: Logger.Level
    /// nil: text on a terminal, JSON elsewhere.
    public let logFormat: LogFormat?

    public init(
        metricsListen: ListenAddress? = nil, drain: Duration = .seconds(25), logLevel: Logger.Level = .info,
        logFormat: LogFormat? = nil
    ) {
        self.metricsListen = metricsListen
        self.drain = drain
        self.logLevel = logLevel
        self.logFormat = logFormat
    }

    public init(from reader: inout SettingsReader) {
        let listen: ListenAddress?? = reader.optional(.metricsListen, allowed: ListenAddress.allowed + ", or off") {
            $0.lowercased() == "off" ? .some(nil) : ListenAddress($0).map { .some($0) }
        }
        metricsListen = listen ?? nil
        drain = reader.seconds(.drainSeconds, default: 25, in: 0...3600)
        logLevel = reader.choice(.logLevel, default: .info)
        logFormat = reader.optionalChoice(.logFormat)
    }
}
