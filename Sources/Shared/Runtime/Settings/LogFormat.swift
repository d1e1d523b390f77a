/// How a log line is written.
public enum LogFormat: String, Sendable, Hashable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// One JSON object a line.
    case json
}
