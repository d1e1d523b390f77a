import FoundationEssentials
import TestKit
import Testing

/// The files of `docker`, and the checkers of others that judge them.
enum Files {
    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    static func text(_ path: String) throws -> String {
        let data = try #require(FileManager.default.contents(atPath: "\(root)/\(path)"), "\(path) is missing")
        return String(decoding: data, as: UTF8.self)
    }

    /// Files below a folder whose names end so.
    static func names(in folder: String, endingIn ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted()
    }

    /// Runs a line of the shell in a folder of the house, and expects that it finds nothing to say against.
    static func check(
        _ command: String, in folder: String = ".", at location: SourceLocation = #_sourceLocation
    ) async throws {
        let line = "cd \"$1\" && { \(command); } 2>&1"
        let shell = try ChildProcess(
            "/bin/sh", arguments: ["-c", line, "sh", "\(root)/\(folder)"], environment: ["LANG": "C.UTF-8", "HOME": "/nowhere"],
            log: "/dev/null")
        let said = await shell.everything()
        #expect(await shell.wait() == 0, "\(command)\n\(said)", sourceLocation: location)
    }
}

extension Files {
    static let passerelle = Built.program("passerelle")
}
