import Database
import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// R25 counted in calls to both systems, with everything on that could tell a write back: webhooks, polls and the feed of artis.
@Suite(.office(), .judged, .serialized) struct EchoTests {
    struct Case: CustomTestStringConvertible {
        var kind: Kind
        var side: System
        var testDescription: String { "\(kind.rawValue) in \(side.rawValue)" }
    }

    static let cases = Kind.allCases.flatMap { kind in [System.hubspot, .artis].map { Case(kind: kind, side: $0) } }

    @Test("R25 an edit is written once, to the other side, and is not looked at again", arguments: cases)
    func edit(_ given: Case) async throws {
        let office = try Office.open
        let company = try await Office.open.home()
        let id = try await make(given.kind, .hubspot, below: company)
        // A new company is discovered before the calls are counted.
        try await office.fleet.settled()
        let own = given.side == .hubspot ? id : try await office.artisID(given.kind, id)
        try await expectOneWrite(given) { try await change(given, own, 5) }
    }

    /// A person gives a record of theirs another value.
    private func change(_ given: Case, _ id: String, _ number: Int) async throws {
        let scene = try Office.open.scene
        let field = SharedField.of(given.kind)[1]
        let value = field.value(number, try await AccountWords(scene))
        switch given.side {
        case .hubspot: try await scene.edit(given.kind.inHubSpot, id, [field.property: value.hubspot])
        case .artis: try await scene.change(given.kind.inArtis, id, [field.name: .string(value.artis)])
        }
    }

    @Test("R25 a creation is written once, to the other side, and is not looked at again", arguments: cases)
    func creation(_ given: Case) async throws {
        let company = try await Office.open.home()
        try await expectOneWrite(given) { _ = try await make(given.kind, given.side, below: company) }
    }

    /// Every kind is born and changed on either side, told by webhooks and the feed at once, and by polls a moment later.
    @Test("R25 once all is quiet only polls call either system")
    func quiet() async throws {
        let office = try Office.open
        let isFull = ProcessInfo.processInfo.environment["PASSERELLE_FULL"] == "1"
        let company = try await office.scene.company(siret: Fresh.siret)
        var born: [(given: Case, id: String)] = []
        for given in Self.cases { born.append((given, try await make(given.kind, given.side, below: company))) }
        try await office.fleet.settled()
        for (given, id) in born { try await change(given, id, 6) }
        try await office.fleet.settled()
        let before = try await Calls.last(office.fleet)
        let writes = try await office.scene.writes().count
        try await Task.sleep(for: .seconds(isFull ? 60 : 15))
        for system in [System.hubspot, .artis] {
            #expect(try await Calls(office.fleet, to: system, since: before).exceptPolls == [])
        }
        #expect(try await office.scene.writes().count == writes)
    }

    /// The record that a person makes on one side, below a company of HubSpot's that is synced by then.
    private func make(_ kind: Kind, _ side: System, below company: String) async throws -> String {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let link = [("companies", company, false)]
        if side == .hubspot {
            return switch kind {
            case .company: try await scene.company(siret: Fresh.siret)
            case .deal: try await scene.deal(of: company)
            case .contact: try await scene.contact(of: company, mail: Fresh.mail)
            case .call: try await scene.call(of: link)
            case .meeting: try await scene.meeting(of: link)
            case .email: try await scene.email(of: link)
            }
        }
        try await office.fleet.until("the company's tiers") { try await office.standing(.company, company)?.artisID != nil }
        let tiers = try await office.artisID(.company, company)
        return switch kind {
        case .company: try await office.tiers(siret: Fresh.siret)
        case .deal: try await office.affaire(of: tiers)
        case .contact: try await office.interlocuteur(of: tiers, mail: Fresh.mail)
        case .call: try await office.action(of: tiers)
        case .meeting: try await office.action(of: tiers, ("Commerce", "Rendez-vous", "Visite"))
        case .email: try await office.action(of: tiers, ("Commerce", "Mail", "Envoi d'offre"))
        }
    }

    /// The other side takes exactly one write, the side of the person none; and once it is written nobody reads again,
    /// but for one look at what came back.
    private func expectOneWrite(_ given: Case, _ work: () async throws -> Void) async throws {
        let office = try Office.open
        let before = try await Calls.last(office.fleet)
        let writes = try await office.scene.writes().count
        try await work()
        try await office.fleet.settled()
        let calls = try await Calls(office.fleet, since: before)
        let toArtis = try await office.scene.writes().dropFirst(writes).filter { $0["auteur"]?.string == "port" }
        #expect(calls.writes.count == (given.side == .artis ? 1 : 0), "\(calls.exceptPolls)")
        #expect(toArtis.count == (given.side == .hubspot ? 1 : 0), "\(toArtis)")
        // artis is read once more after its write, and HubSpot not at all; what comes back from either is looked at once at
        // the most, in the side of the person never.
        let tail = try await Calls(office.fleet, sinceFirstWriteTo: given.side.other, since: before)
        let below = tail.exceptPolls.filter { $0.contains("/associations/companies/") }
        #expect(tail.looks.count <= 1 && tail.exceptPolls.count <= 1 + below.count, "\(tail.exceptPolls)")
        #expect(below.count <= (given.kind == .company ? 5 : 0), "\(tail.exceptPolls)")
        if given.side == .hubspot { #expect(tail.looks.allSatisfy { $0.contains("/v1/") }, "\(tail.looks)") }
    }
}
