import Domain
public import Logging
public import Runtime

/// Writes each event of a program as one line.
public struct LineLogHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let program: String
    private let format: LogFormat
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes one whole line, without its end.
    public init(
        program: String, level: Logger.Level, format: LogFormat,
        write: @escaping @Sendable (String) -> Void = { StandardError.write(line: $0) }
    ) {
        self.program = program
        self.format = format
        self.write = write
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var keys = metadata
        if let provided = metadataProvider?.get() { keys.merge(provided) { $1 } }
        if let own = event.metadata { keys.merge(own) { $1 } }
        if let error = event.error { keys["error"] = "\(error)" }
        let line = LogLine(
            time: WallClock.now(), level: event.level, message: event.message.description, program: program,
            metadata: keys)
        switch format {
        case .text: write(line.text)
        case .json: write(line.json)
        }
    }
}
