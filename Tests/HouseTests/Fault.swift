import Testing

/// Something in the sources that a habit of the house forbids.
struct Fault: CustomStringConvertible, Sendable {
    let path: String
    let line: Int
    let message: String

    init(_ path: String, _ line: Int, _ message: String) {
        (self.path, self.line, self.message) = (path, line, message)
    }

    var description: String { "\(path):\(line): \(message)" }
}

/// Fails with one issue for each fault, so that all are seen at once.
func expectNone(_ faults: [Fault], sourceLocation: SourceLocation = #_sourceLocation) {
    for fault in faults { Issue.record("\(fault)", sourceLocation: sourceLocation) }
}
