import Database
import Domain
import HTTP
import TestKit
import Testing

/// The fleet at work, and the people whom a test plays: one office serves all tests of its suite.
struct Office: Sendable {
    let fleet: FleetUnderTest
    let scene: Scene

    @TaskLocal static var current: Office?

    /// The office of the running test's suite.
    static var open: Office { get throws { try #require(current, "the suite has no office") } }

    func standing(_ kind: Kind, _ id: String) async throws -> StandingRow? {
        try await fleet.database.first(FindStanding(kinds: [kind], system: .hubspot, externalID: id))
    }

    /// Checks where a pair stands.
    func expect(
        _ kind: Kind, _ id: String, _ state: State, _ reason: Reason? = nil, detail: String? = nil,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        let row = try await standing(kind, id)
        #expect(row?.state == state, "\(kind) \(id): \(row?.detail ?? "")", sourceLocation: location)
        #expect(row?.reason == reason, "\(kind) \(id): \(row?.detail ?? "")", sourceLocation: location)
        if let detail { #expect(row?.detail?.contains(detail) == true, "\(row?.detail ?? "")", sourceLocation: location) }
    }

    func warnings(_ kind: Kind, _ id: String) async throws -> [Warning.Code] {
        try await standing(kind, id)?.warnings.map(\.code) ?? []
    }

    /// The id of a pair's record in artis; it must have one.
    func artisID(
        _ kind: Kind, _ id: String, at location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        try #require(try await standing(kind, id)?.artisID?.rawValue, "\(kind) \(id)", sourceLocation: location)
    }

    /// The fields of a pair's record in artis; nil while it has none.
    func fields(_ kind: Kind, _ id: String) async throws -> [String: JSON]? {
        guard let artisID = try await standing(kind, id)?.artisID?.rawValue else { return nil }
        let collection = PairsInArtis.Row(kind: kind, artisID: artisID).collection
        return try await fleet.sandbox.artis(.get, "artis/\(collection)/\(artisID)")["champs"]?.object
    }

    func conflicts(_ kind: Kind, _ id: String) async throws -> [FieldConflict] {
        guard let pair = try await standing(kind, id)?.id else { return [] }
        return try await fleet.database.run(ReadConflicts(of: pair)).map(\.conflict)
    }

    /// Asks for reference data to be fetched anew, as an unknown value does, and waits until the fleet has it.
    func refresh(_ keys: String...) async throws {
        for key in keys {
            let before = try await fetched(key)
            try await fleet.database.execute(WantReferences([key], atMost: .zero))
            try await fleet.until("a fetch of \(key)") { try await fetched(key) > before }
        }
        try await fleet.quiet()
    }

    /// People work while a program is away; then it starts again, and all is settled.
    func without(_ program: String, awaiting: Bool = true, _ work: () async throws -> Void) async throws {
        for process in fleet.running(program) { await process.stop() }
        try await work()
        try fleet.start(program)
        if awaiting { try await fleet.settled() }
    }

    private func fetched(_ key: String) async throws -> Instant {
        let rows = try await fleet.database.run(ReadReferences())
        return rows.first { $0.key == key }?.fetchedAt ?? Instant(milliseconds: 0)
    }
}
