import Domain
import Testing

/// One spelling, and what R5 says of it.
struct SIRETCase: Sendable, CustomTestStringConvertible {
    var text: String
    /// The fourteen digits, or the fault.
    var expected: Result<String, SIRETFault>
    /// Why python-stdnum answers otherwise about this spelling; nil where both agree.
    var differs: String?

    var testDescription: String { text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() }

    static func valid(_ text: String, _ digits: String, differs: String? = nil) -> SIRETCase {
        SIRETCase(text: text, expected: .success(digits), differs: differs)
    }

    static func fault(_ text: String, _ fault: SIRETFault, differs: String? = nil) -> SIRETCase {
        SIRETCase(text: text, expected: .failure(fault), differs: differs)
    }

    var isValid: Bool { if case .success = expected { true } else { false } }
}
