public import Logging

/// Log calls whose messages are constants and whose keys are a closed list:
/// `logger.info("settled", [.kind: "\(kind)", .durationMilliseconds: "\(took)"])`.
extension Logger {
    public typealias Keys = [LogKey: Logger.MetadataValue]

    public func debug(_ message: StaticString, _ keys: @autoclosure () -> Keys) { line(.debug, message, keys) }
    public func info(_ message: StaticString, _ keys: @autoclosure () -> Keys) { line(.info, message, keys) }
    public func notice(_ message: StaticString, _ keys: @autoclosure () -> Keys) { line(.notice, message, keys) }
    public func warning(_ message: StaticString, _ keys: @autoclosure () -> Keys) { line(.warning, message, keys) }
    public func error(_ message: StaticString, _ keys: @autoclosure () -> Keys) { line(.error, message, keys) }
    public func critical(_ message: StaticString, _ keys: @autoclosure () -> Keys) { line(.critical, message, keys) }

    /// This logger with keys that every line of it carries.
    public func with(_ keys: Keys) -> Logger {
        var logger = self
        for (key, value) in keys { logger[metadataKey: key.rawValue] = value }
        return logger
    }

    private func line(_ level: Level, _ message: StaticString, _ keys: () -> Keys) {
        log(level: level, "\(message)", metadata: metadata(keys()))
    }

    private func metadata(_ keys: Keys) -> Metadata {
        Metadata(uniqueKeysWithValues: keys.map { ($0.key.rawValue, $0.value) })
    }
}
