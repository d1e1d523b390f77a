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
        .changed(.deal, ID("1"), property: "amount"), .privacyDeletion(.deal, ID("1")),
    ])
    func record(change: WebhookChange) {
        #expect(told(change) == ["deal 1"])
    }

    @Test("R26 a merge tells the survivor, everyone that was merged, and the record that the merge made")
    func merge() {
        let merged = [ID<HubSpotRecord>("2"), ID("3")]
        #expect(told(.merged(.company, primary: ID("1"), merged: merged, new: ID("9"))) == [
            "company 1", "company 2", "company 3", "company 9",
        ])
        #expect(told(.merged(.company, primary: ID("1"), merged: merged, new: nil)) == ["company 1", "company 2", "company 3"])
    }

    @Test("R12 an association tells what hangs on the company, and not the company")
    func association() {
        let company = WebhookEnd(kind: .company, id: ID("1"))
        let contact = WebhookEnd(kind: .contact, id: ID("2"))
        let call = WebhookEnd(kind: .call, id: ID("3"))
        #expect(told(.associationChanged(from: company, to: contact)) == ["contact 2"])
        #expect(told(.associationChanged(from: contact, to: company)) == ["contact 2"])
        #expect(told(.associationChanged(from: call, to: contact)) == ["call 3", "contact 2"])
    }

    @Test("what does not concern us tells nobody, and counts for no kind")
    func unknown() {
        #expect(told(.unknown("ticket.creation")).isEmpty)
        #expect(WebhookIntake([WebhookEvent(.unknown("ticket.creation"))]).kinds.isEmpty)
    }

    @Test("the kinds that HubSpot told of are each named once")
    func kinds() {
        let events = [WebhookChange.created(.deal, ID("1")), .created(.company, ID("2")), .deleted(.deal, ID("3"))]
        #expect(WebhookIntake(events.map { WebhookEvent($0) }).kinds == [.company, .deal])
    }
}
