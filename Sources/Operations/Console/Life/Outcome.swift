import ArgumentParser
import Domain
import Oversight
import Runtime

/// The exit codes of the command line, and what is said with them.
enum Outcome {
    static let done: Int32 = 0
    /// Something was found that should not be, or the command failed.
    static let failed: Int32 = 1
    static let wrongUsage: Int32 = 2

    /// Prints what there is to print: help and versions on standard output, faults on standard error.
    static func tell(_ error: any Error) -> Int32 {
        if let failure = error as? ConsoleFailure {
            StandardError.write(line: "passerelle: \(failure.sentence(Language.current))")
            return failure.code
        }
        let message = text(of: error, Language.current)
        let code = code(for: error)
        if !message.isEmpty {
            if code == done { print(message) } else { StandardError.write(line: message) }
        }
        return code
    }

    /// What the argument parser has to say; empty where a command has said all there is.
    static func text(of error: any Error, _ language: Language) -> String {
        let english = Passerelle.fullMessage(for: error)
        return language == .fr ? ParserWords.french(english, fault: Passerelle.message(for: error)) : english
    }

    /// The argument parser has a code of its own (64) for wrong usage.
    static func code(for error: any Error) -> Int32 {
        if let failure = error as? ConsoleFailure { return failure.code }
        let code = Passerelle.exitCode(for: error)
        return code == .validationFailure ? wrongUsage : code.rawValue
    }
}
