import Database
import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// R25 counted in calls, with everything on that could tell a write back: webhooks, polls and the feed of artis.
@Suite(.office(), .judged, .serialized) struct EchoTests {
    struct Case: CustomTestStringConvertible {
        var kind: Kind
        var side: System
        var testDescription: String { "\(kind.rawValue) in \(side.rawValue)" }
    }

    static let cases = Kind.allCases.flatMap { kind in [System.hubspot, .artis].map { Case(kind: kind, side: $0) } }

    @Test("R25 an edit is written once, to the other side, and is not looked at again", arguments: cases)
    func edit(_ given: Case) async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await Office.open.home()
        let id = try await make(given.kind, .hubspot, below: company)
        // A new company is discovered before the calls are counted.
        try await office.fleet.settled()
        let artisID = try await office.artisID(given.kind, id)
        try await expectOneWrite(given) {
            let field = SharedField.of(given.kind)[1]
            let value = field.value(5, try await AccountWords(scene))
            switch given.side {
            case .hubspot: try await scene.edit(given.kind.inHubSpot, id, [field.property: value.hubspot])
            case .artis: try await scene.change(given.kind.inArtis, artisID, [field.name: .string(value.artis)])
            }
        }
    }

    @Test("R25 a creation is written once, to the other side, and is not looked at again", arguments: cases)
    func creation(_ given: Case) async throws {
        let company = try await Office.open.home()
        try await expectOneWrite(given) { _ = try await make(given.kind, given.side, below: company) }
    }

    @Test("R25 once all is quiet only polls call HubSpot")
    func quiet() async throws {
        let office = try Office.open
        let isFull = ProcessInfo.processInfo.environment["PASSERELLE_FULL"] == "1"
        let company = try await office.scene.company(siret: Fresh.siret)
        for side in [System.hubspot, .artis] {
            for kind in Kind.allCases { _ = try await make(kind, side, below: company) }
        }
        try await office.fleet.settled()
        let before = try await Calls.last(office.fleet)
        let writes = try await office.scene.writes().count
        try await Task.sleep(for: .seconds(isFull ? 60 : 15))
        #expect(try await Calls(office.fleet, since: before).exceptPolls == [])
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
        // What comes back is looked at once at the most, whatever it was.
        let tail = calls.exceptPolls.drop { !Calls.isWrite($0) }.dropFirst()
        let looks = tail.filter { $0.hasSuffix("/batch/read") && $0.contains("/objects/") }
        #expect(looks.count <= 1 && tail.count <= 5, "\(calls.exceptPolls)")
    }
}
