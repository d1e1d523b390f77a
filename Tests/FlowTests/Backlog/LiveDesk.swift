import Database
import Domain
import HTTP
import TestKit
import Testing

/// Somebody who works in HubSpot while a backfill runs, and looks at the clock.
struct LiveDesk {
    static let kinds: [Kind] = [.company, .deal, .contact, .call]

    let office: Office
    /// Records that were synced before, by kind.
    private var known: [Kind: String] = [:]
    private var edits = 0

    private var fleet: FleetUnderTest { office.fleet }

    /// Starts the fleet, and syncs one record of each kind in a hurry; from here on calls keep the default delay.
    init(_ fleet: FleetUnderTest) async throws {
        office = Office(fleet: fleet, scene: try await fleet.scene())
        try await fleet.setDelay(20)
        try await fleet.begin()
        try await fleet.until("an answer of the receiver") { (try? await fleet.callReceiver([])) != nil }
        try await fleet.feedBegun()
        try await fleet.tellByWebhooks()
        let company = try await office.scene.company(siret: Fresh.siret)
        known = [
            .company: company, .deal: try await office.scene.deal(of: company),
            .contact: try await office.scene.contact(of: company, mail: Fresh.mail),
            .call: try await office.scene.call(of: [("companies", company, true)]),
        ]
        try await fleet.settled()
        for (kind, id) in known { try await office.expect(kind, id, .synced) }
        try await fleet.setDelay(500)
        try await office.refresh("artis.delay")
        try await fleet.until("the default delay") { try await fleet.database.first(StormClock())?.spacing == .milliseconds(500) }
    }

    /// Pairs that the backfill has still to bring.
    var backlog: Int { get async throws { try await fleet.database.first(CountUnapplied()) ?? 0 } }

    var now: Instant { get async throws { try #require(try await fleet.database.first(StormClock())).now } }

    /// Changes a record; how long it takes until artis has the change.
    mutating func edit(_ kind: Kind) async throws -> Duration {
        edits += 1
        let id = try #require(known[kind])
        let value = "\(1000 + edits)"
        let artisID = try await office.artisID(kind, id)
        let began = ContinuousClock.now
        try await office.scene.edit(kind.inHubSpot, id, [Self.property(kind).hubspot: value])
        try await fleet.until("\(kind) \(id) in artis") {
            let fields = try await office.artisRecord(kind, artisID)["champs"]
            return fields?[Self.property(kind).artis]?.text?.hasPrefix(value) == true
        }
        return .now - began
    }

    /// A new company, and its deal; how long it takes until artis has each.
    func enterCompany() async throws -> [(String, Duration)] {
        let began = ContinuousClock.now
        let company = try await office.scene.company(siret: Fresh.siret)
        let deal = try await office.scene.deal(of: company)
        try await fleet.until("the new company") { try await office.standing(.company, company)?.state == .synced }
        let first = ContinuousClock.now - began
        try await fleet.until("its deal") { try await office.standing(.deal, deal)?.state == .synced }
        return [("new company", first), ("its deal", .now - began)]
    }

    /// Waits until the fleet has made so many calls since a moment.
    func until(calls: Int, since moment: Instant) async throws {
        try await fleet.until("\(calls) calls") { try await fleet.database.timeline(since: moment).count >= calls }
    }

    /// How the calls since a moment were shared.
    func share(since moment: Instant) async throws -> LaneShare {
        LaneShare(stamps: try await fleet.database.timeline(since: moment), span: try await now - moment)
    }

    /// What the whole backfill took, and how many calls each record did. Record by record it would be four: read, see what
    /// it hangs on, look the other side up, write.
    func whole() async throws -> String {
        let stamps = try await fleet.database.timeline(since: Instant(milliseconds: 0)).filter { $0.lane == .backfill }
        let records = try await fleet.database.run(CountStandings()).reduce(0) { $0 + $1.count }
        let span = (stamps.last?.grantedAt ?? Instant(milliseconds: 0)) - (stamps.first?.grantedAt ?? Instant(milliseconds: 0))
        return "\(records) records, \(stamps.count) calls in \(span), \(Double(stamps.count * 1000 / max(records, 1)) / 1000) calls a record"
    }

    private static func property(_ kind: Kind) -> (hubspot: String, artis: String) {
        switch kind {
        case .company: ("city", "ville")
        case .deal: ("amount", "montant")
        case .contact: ("jobtitle", "fonction")
        case .call: ("hs_call_title", "objet")
        case .meeting: ("hs_meeting_title", "objet")
        case .email: ("hs_email_subject", "objet")
        }
    }
}

private struct CountUnapplied: Statement {
    static let sql = "SELECT count(*) FROM pair WHERE wanted > applied OR discovery IS NOT NULL"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}
