import Testing

@testable import Console

/// One thing that is wrong with the facts, and the only line that must say so.
struct Ailment: Sendable, CustomTestStringConvertible {
    var name: String
    var code: CheckCode
    var level: Check.Level
    /// What subject and text hold between them, in French.
    var says: [String]
    /// What the remedy holds, in French.
    var remedy: [String]
    /// Other lines that it brings, by their codes: what it is about stands first.
    var company: [CheckCode]
    var breaks: @Sendable (inout Facts) -> Void

    init(
        _ name: String, _ code: CheckCode, _ level: Check.Level, says: [String], remedy: [String],
        with company: [CheckCode] = [], _ breaks: @escaping @Sendable (inout Facts) -> Void
    ) {
        self.name = name
        self.code = code
        self.level = level
        self.says = says
        self.remedy = remedy
        self.company = company
        self.breaks = breaks
    }

    var testDescription: String { name }
}
