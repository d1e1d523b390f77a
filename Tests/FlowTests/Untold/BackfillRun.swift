import HTTP
import TestKit

/// What one run of `passerelle backfill` says: the lines of its table by their names.
struct BackfillRun {
    var code: Int32
    var output: String
    /// found, queued; of a dry run found, to create, to link, to update, blocked, left out.
    var lines: [String: [Int]]
    /// Calls of either system meanwhile that are no reads.
    var writes: [String]

    init(_ office: Office, _ arguments: String...) async throws {
        let before = try await office.fleet.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        (code, output) = try await office.fleet.passerelle(["backfill"] + arguments)
        writes = try await office.fleet.writes(since: before)
        lines = [:]
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ")
            let numbers = words.reversed().prefix { Int($0) != nil }.reversed().compactMap { Int($0) }
            lines[words.dropLast(numbers.count).joined(separator: " ")] = numbers
        }
    }
}
