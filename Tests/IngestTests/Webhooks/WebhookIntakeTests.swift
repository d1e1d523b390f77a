import Database
import Domain
import HubSpot
import Testing

@testable import Ingest

@Suite("What HubSpot's events tell of")
struct WebhookIntakeTests {
    private func told(_ changes: WebhookChange...) -> Set<String> {
        let intake = WebhookIntake(changes.map { WebhookEvent($0) })
        return Set(intake.changes.map { "\($0.kind.rawValue) \($0.hubspotID.rawValue)" })
    }

    @Test("whatever happens to a record tells its pair", arguments: [
        WebhookChange.created(.deal, ID("1")), .deleted(.deal, ID("1")), .restored(.deal, ID("1")),
        .changed(.deal, ID("1"), property: "amount", value: "7"),
    ])
    func record(change: WebhookChange) {
        #expect(told(change) == ["deal 1"])
    }

    @Test("R26 a merge tells the survivor; the rows of the others are told whom they follow, and whether they lose")
    func merge() throws {
        func intake(new: ID<HubSpotRecord>?) -> WebhookIntake {
            WebhookIntake([WebhookEvent(.merged(.company, primary: ID("1"), merged: [ID("2"), ID("3")], new: new))])
        }
        for new in [nil, ID<HubSpotRecord>("1")] {
            let kept = intake(new: new)
            #expect(kept.changes.map(\.hubspotID.rawValue) == ["1"])
            let merge = try #require(kept.merges.first)
            #expect(merge.survivor == ID("1") && merge.losers == [ID("2"), ID("3")] && merge.winner == nil)
            #expect(kept.gone == [ID("2"), ID("3")])
        }
        let made = intake(new: ID("9"))
        #expect(made.changes.map(\.hubspotID.rawValue) == ["9"])
        let merge = try #require(made.merges.first)
        #expect(merge.survivor == ID("9") && merge.losers == [ID("2"), ID("3")] && merge.winner == ID("1"))
        #expect(made.gone == [ID("2"), ID("3"), ID("1")])
    }

    @Test("R26 of a record that is to be erased nothing else is told")
    func privacy() {
        let contact = ID<HubSpotRecord>("1")
        let intake = WebhookIntake(
            [.changed(.contact, contact, property: "email", value: "x"), .privacyDeletion(.contact, contact),
             .deleted(.contact, contact)].map { WebhookEvent($0) })
        #expect(intake.changes.isEmpty && intake.erasures == [RecordKey(kind: .contact, id: contact)])
    }

    @Test("R9 a company that is gone holds no SIRET any more; another record never did")
    func gone() {
        #expect(WebhookIntake([WebhookEvent(.deleted(.company, ID("1")))]).gone == [ID("1")])
        #expect(WebhookIntake([WebhookEvent(.deleted(.deal, ID("1")))]).gone.isEmpty)
    }

    @Test("R26 below a company, deal or contact that is restored something may be found; on an activity hangs nothing")
    func restored() {
        let intake = WebhookIntake(Kind.allCases.map { WebhookEvent(.restored($0, ID("1"))) })
        #expect(intake.gaining.map(\.kind) == [.company, .deal, .contact])
    }

    @Test("R12 R21 an association tells what hangs on the company, or the activity that is linked, and nobody else")
    func association() {
        let company = WebhookEnd(kind: .company, id: ID("1"))
        let contact = WebhookEnd(kind: .contact, id: ID("2"))
        let call = WebhookEnd(kind: .call, id: ID("3"))
        let deal = WebhookEnd(kind: .deal, id: ID("4"))
        #expect(told(.associationChanged(from: company, to: contact, removed: false)) == ["contact 2"])
        #expect(told(.associationChanged(from: contact, to: company, removed: true)) == ["contact 2"])
        #expect(told(.associationChanged(from: call, to: contact, removed: false)) == ["call 3"])
        #expect(told(.associationChanged(from: deal, to: call, removed: false)) == ["call 3"])
        #expect(told(.associationChanged(from: call, to: company, removed: false)) == ["call 3"])
        #expect(told(.associationChanged(from: deal, to: contact, removed: false)).isEmpty)
    }

    @Test("R12 of a deal or contact that gets or loses a company its activities hear, too, news or not")
    func moved() {
        let (company, contact) = (WebhookEnd(kind: .company, id: ID("1")), WebhookEnd(kind: .contact, id: ID("2")))
        let call = WebhookEnd(kind: .call, id: ID("3"))
        for source in ["CRM_UI", "INTEGRATION"] {
            let ends = [(company, contact), (contact, company), (call, contact), (call, company)]
            let events = ends.map { WebhookEvent(.associationChanged(from: $0, to: $1, removed: false), source: source) }
            let intake = WebhookIntake(events) { _, _ in false }
            #expect(intake.moved.map(\.key) == [RecordKey(kind: .contact, id: ID("2")), RecordKey(kind: .contact, id: ID("2"))])
            #expect(intake.moved.map(\.mayBeOurs) == [source == "INTEGRATION", source == "INTEGRATION"])
            #expect(intake.changes.isEmpty && !intake.isEmpty)
        }
    }

    @Test("R25 what an integration did may be ours, what a person did is not")
    func source() {
        let events = [("INTEGRATION", true), ("API", true), ("CRM_UI", false), (nil, false)]
        for (source, ours) in events {
            let intake = WebhookIntake([WebhookEvent(.created(.deal, ID("1")), source: source)])
            #expect(intake.changes.map(\.mayBeOurs) == [ours])
        }
    }

    @Test("what does not concern us tells nobody, and counts for no kind")
    func unknown() {
        #expect(told(.unknown("ticket.creation")).isEmpty)
        #expect(WebhookIntake.records(of: [WebhookEvent(.unknown("ticket.creation"))]).isEmpty)
    }

    @Test("the records that HubSpot told of are each named once")
    func records() {
        let events = [WebhookChange.created(.deal, ID("1")), .created(.company, ID("2")), .deleted(.deal, ID("1"))]
        #expect(WebhookIntake.records(of: events.map { WebhookEvent($0) }) == [
            RecordKey(kind: .company, id: ID("2")), RecordKey(kind: .deal, id: ID("1")),
        ])
    }
}
