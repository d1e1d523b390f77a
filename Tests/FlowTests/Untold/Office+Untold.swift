import Database
import Domain
import FoundationEssentials
import TestKit

/// What nobody tells.
extension Office {
    /// Nobody listens any more, until `listenAgain`.
    func stopListening() async throws {
        for process in fleet.running("ingest") { await process.stop() }
    }

    /// What has happened since was never told: polls and the feed of artis will go on from now.
    func forgetPlaces() async throws {
        try await fleet.database.execute(DropCursor("artis.feed"))
        let later = Int(Date().timeIntervalSince1970 * 1000) + 3_600_000
        for kind in Kind.allCases { try await fleet.database.execute(MoveCursor("poll.\(kind.rawValue)", to: "\(later)")) }
    }

    func listenAgain() async throws {
        try fleet.start("ingest")
        try await fleet.until("an answer of the receiver") { (try? await fleet.callReceiver([])) != nil }
        try await fleet.feedBegun()
    }

    /// What people of artis do here was done before anyone listened.
    func beforeListening<Made>(_ work: () async throws -> Made) async throws -> Made {
        try await stopListening()
        let made = try await work()
        try await fleet.database.execute(DropCursor("artis.feed"))
        try await listenAgain()
        return made
    }
}
