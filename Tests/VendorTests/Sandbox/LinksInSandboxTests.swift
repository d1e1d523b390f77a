import Artis
import Domain
import HTTP
import HubSpot
import TestKit
import Testing

@Suite("Links, listings and the feed in the sandbox")
struct LinksInSandboxTests {
    @Test("R12, R21 a link is made, takes the primary mark, and is undone; again is no fault; one that fails stands alone")
    func links() async throws {
        try await VendorsUnderTest.run { vendors in
            let (scene, hubspot) = (vendors.scene, vendors.hubspot)
            let (old, new) = (try await scene.company(siret: nil), try await scene.company(siret: nil))
            let contact = ID<HubSpotRecord>(try await scene.contact(of: old, mail: nil))
            let move = HubSpotLink(from: contact, to: ID(new), typeID: 1)
            let ghost = HubSpotLink(from: contact, to: ID("999"), typeID: 279)
            for _ in 1...2 {
                let refusals = try await hubspot.associate(from: .contact, to: .company, [ghost, move], for: writes)
                #expect(refusals.map { $0?.status } == [404, nil])
            }
            var links = try await hubspot.associations(of: .contact, ids: [contact], to: .company, for: reads)[contact]
            #expect(links?.first { $0.isPrimary }?.id == ID(new))
            #expect(links?.count == 2)
            let undo = HubSpotLink(from: contact, to: ID(old), typeID: 279)
            for _ in 1...2 {
                #expect(try await hubspot.dissociate(from: .contact, to: .company, [undo], for: writes) == [nil])
            }
            links = try await hubspot.associations(of: .contact, ids: [contact], to: .company, for: reads)[contact]
            #expect(links?.map(\.id) == [ID(new)])
        }
    }

    @Test("R9 all companies, page after page; definitions of properties, one by one")
    func listing() async throws {
        try await VendorsUnderTest.run { vendors in
            let inputs = (0..<100).map { HubSpotCreation(trace: "\($0)", properties: ["name": "N\($0)"]) }
            _ = try await vendors.hubspot.create(.company, inputs, for: writes)
            let last = try await vendors.scene.company(siret: ValidSIRET.number(7))
            let first = try await vendors.hubspot.list(.company, properties: ["SIRET"], for: reads)
            #expect(first.objects.count == 100)
            let second = try await vendors.hubspot.list(.company, properties: ["SIRET"], after: first.after, for: reads)
            #expect(second.objects.map(\.id) == [ID(last)] && second.after == nil)
            #expect(second.objects.first?.properties["SIRET"] == ValidSIRET.number(7))
            for kind in Kind.allCases {
                let property = try await vendors.hubspot.property(kind, HubSpotName.reference, for: reads)
                #expect(property?.hasUniqueValue == true)
                #expect(try await vendors.hubspot.property(kind, "no_such", for: reads) == nil)
            }
        }
    }

    @Test("R25 the feed tells our own writes from a person's, from its own start on, and waits for news")
    func feed() async throws {
        try await VendorsUnderTest.run { vendors in
            _ = try await vendors.scene.enter("tiers", ["raisonSociale": "Avant", "relation": "Prospect"])
            let start = try await vendors.artis.changes(after: nil, wait: .zero)
            #expect(start.changes.isEmpty)
            let ours = ArtisOperation(
                key: "k", action: .create(reference: "companies:1"), fields: ["raisonSociale": "A", "relation": "Prospect"])
            _ = try await vendors.artis.write(.tiers, [ours], origin: ArtisClient.origin(trace: "t"))
            async let waiting = vendors.artis.changes(after: start.next, limit: 1, wait: .seconds(20))
            let theirs = try await vendors.scene.enter("tiers", ["raisonSociale": "B", "relation": "Prospect"])
            let first = try await waiting
            #expect(first.changes.map(\.isOurs) == [true])
            let second = try await vendors.artis.changes(after: first.next, wait: .seconds(20))
            #expect(second.changes.map(\.isOurs) == [false])
            #expect(second.changes.first?.id == ID(theirs))
            try await vendors.sandbox.artis(.delete, "artis/tiers/\(theirs)")
            let third = try await vendors.artis.changes(after: second.next, wait: .seconds(20))
            #expect(third.changes.map(\.operation) == [.deletion])
            #expect(third.hasMore == false)
            try await vendors.sandbox.artis(.put, "artis/reglages", ["horizonFluxSecondes": 0])
            let error = await failure { () async throws(ArtisFailure) in
                try await vendors.artis.changes(after: start.next, wait: .zero)
            }
            #expect(error?.isCursorExpired == true)
            let listing = try await vendors.artis.list(.tiers)
            #expect(listing.entries.count == 2 && listing.cursor == third.next)
        }
    }
}
