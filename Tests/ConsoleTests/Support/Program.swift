import FoundationEssentials
import TestKit

/// `passerelle` as a process of its own.
enum Program {
    struct Answer: Sendable {
        var code: Int32
        var out: String
        var log: String
    }

    /// - Parameter environment: the whole of it.
    static func run(_ arguments: [String], _ environment: [String: String]) async throws -> Answer {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let log = "\(folder)/passerelle-\(UInt64.random(in: .min ... .max)).log"
        let process = try ChildProcess(
            Built.program("passerelle"), arguments: arguments, environment: environment, log: log)
        let out = await process.everything()
        let code = await process.wait()
        let text = (try? Data(contentsOf: URL(filePath: log))).map { String(decoding: $0, as: UTF8.self) } ?? ""
        try? FileManager.default.removeItem(atPath: log)
        return Answer(code: code, out: out, log: text)
    }
}
