/// A way to spoil calls, asked for by `POST /sandbox/faults`.
struct Fault: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        /// Answers `status` and does nothing.
        case status
        /// Closes the connection and does nothing.
        case drop
        /// Does what was asked, then closes the connection.
        case loseAnswer = "lose-answer"
        /// Waits `delayMs`, then answers as usual.
        case delay
        /// Does what was asked, and answers half of the body.
        case malformed
        /// Does what was asked, and drips the body over `delayMs`.
        case slowBody = "slow-body"
    }

    var id = 0
    let kind: Kind
    let system: VendorName?
    let method: String?
    /// A prefix of the path, or a pattern with `*`; nil for every path.
    let path: String?
    /// Text that the body must hold; nil for any body. So that one record of a batch can be the sick one.
    let containing: String?
    let status: Int
    let body: String
    let headers: [String: String]
    let delayMs: Int
    /// Between 0 and 1, drawn from the sandbox's seed.
    let probability: Double
    /// Ends after this many spoiled calls.
    let count: Int?
    /// Lets this many matching calls pass first.
    let after: Int
    var matched = 0
    var spoiled = 0

    func matches(_ call: Call, of system: VendorName) -> Bool {
        if let wanted = self.system, wanted != system { return false }
        if let method, method != call.method { return false }
        if let containing, !String(decoding: call.body, as: UTF8.self).contains(containing) { return false }
        guard let path else { return true }
        return path.contains("*") ? Self.glob(path[...], call.path[...]) : call.path.hasPrefix(path)
    }

    /// `*` stands for any characters, slashes too.
    static func glob(_ pattern: Substring, _ text: Substring) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return glob(pattern.dropFirst(), text) || (!text.isEmpty && glob(pattern, text.dropFirst()))
        }
        return text.first == first && glob(pattern.dropFirst(), text.dropFirst())
    }
}
