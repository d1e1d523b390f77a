import Database
import Domain
import HubSpot
import Testing

@testable import Ingest

/// R25: what of HubSpot's events is news. Every echo that is dropped must be certain; every doubt is news.
@Suite("What is news, and what our own writes have caused")
struct EchoBookTests {
    private static let call = RecordKey(kind: .call, id: ID("1"))

    /// `hs_call_title` is the subject, trimmed; `hs_call_source` is read by nobody.
    private static func meaning(_ kind: Kind, _ property: String, _ value: String) -> PropertyMeaning {
        switch property {
        case "hs_call_title": .value(.subject, value.isEmpty ? nil : Canonical.text(value))
        case "hs_call_source": .nothing
        case "pipeline": .asSynced
        default: .unclear
        }
    }

    private func isNews(_ change: WebhookChange, to known: KnownRecord?, of record: RecordKey = call) -> Bool {
        EchoBook(known.map { [$0] } ?? [], meaning: Self.meaning).isNews(WebhookEvent(change), of: record)
    }

    private func title(_ value: String?, _ known: KnownRecord?) -> Bool {
        isNews(.changed(.call, ID("1"), property: "hs_call_title", value: value), to: known)
    }

    private static func settled(_ shape: (inout KnownRecord) -> Void = { _ in }) -> KnownRecord {
        var known = KnownRecord(record: call, isLatched: true, isRead: true, isSettled: true, synced: [.subject: "Point"])
        shape(&known)
        return known
    }

    @Test("the value last synced is no news, in whatever spelling; another value is")
    func synced() {
        #expect(!title("Point", Self.settled()))
        #expect(!title("  Point ", Self.settled()))
        #expect(title("Rappel", Self.settled()))
        #expect(title("", Self.settled()), "cleared")
        #expect(!title("", Self.settled { $0.synced = Values() }), "as empty as it was")
        #expect(title(nil, Self.settled()), "what is not told may be anything")
        #expect(title("Point", nil), "a record that nobody knows")
    }

    @Test("while a worker is at work, or the pair does not stand as synced, the value last synced says nothing")
    func unsettled() {
        #expect(title("Point", Self.settled { $0.isSettled = false }))
    }

    @Test("a value that could not be carried stands as a warning, and its return to the old one is news")
    func warned() {
        #expect(title("Point", Self.settled { $0.warnings = [Warning(.valueNotCarried, detail: "subject")] }))
        #expect(!title("Point", Self.settled { $0.warnings = [Warning(.personUnmatched, detail: "person")] }))
    }

    @Test("the value that is being written is no news, before the commit as after; another is")
    func echo() {
        let writing = Self.settled { ($0.isSettled, $0.echo) = (false, ["subject": "Rappel"]) }
        #expect(!title("Rappel", writing))
        #expect(title("Point", writing))
        #expect(title("", writing))
        let clearing = Self.settled { ($0.isSettled, $0.echo) = (false, ["subject": nil as String?]) }
        #expect(!title("", clearing))
        #expect(title("Rappel", clearing))
    }

    @Test("a property that cannot be told is news; our own mark is none, nor is what nobody reads or every synced record has")
    func properties() {
        for isSettled in [true, false] {
            let known = Self.settled { $0.isSettled = isSettled }
            #expect(!isNews(.changed(.call, ID("1"), property: "hs_call_source", value: "x"), to: known))
            #expect(isNews(.changed(.call, ID("1"), property: "pipeline", value: "x"), to: known) == !isSettled)
        }
        #expect(isNews(.changed(.call, ID("1"), property: "hs_call_body", value: "x"), to: Self.settled()))
        #expect(isNews(.changed(.call, ID("1"), property: nil, value: nil), to: Self.settled()))
        #expect(!isNews(.changed(.call, ID("1"), property: "passerelle_ref", value: "actions:1"), to: Self.settled()))
    }

    @Test("R11 box and stage of life of a latched pair are no news; of one that is not they are all there is", arguments: [
        "synchro_artis", "lifecyclestage",
    ])
    func box(property: String) {
        let company = RecordKey(kind: .company, id: ID("2"))
        let change = WebhookChange.changed(.company, ID("2"), property: property, value: "false")
        for isLatched in [true, false] {
            let known = KnownRecord(record: company, isLatched: isLatched, isRead: true, isSettled: true)
            #expect(isNews(change, to: known, of: company) == !isLatched)
        }
    }

    @Test("the birth of a record that was read is no news; of one that was not, it is")
    func creation() {
        #expect(!isNews(.created(.call, ID("1")), to: Self.settled()))
        #expect(isNews(.created(.call, ID("1")), to: Self.settled { $0.isRead = false }))
        #expect(isNews(.created(.call, ID("1")), to: nil))
    }

    @Test("R26 what only an event tells is always news", arguments: [
        WebhookChange.deleted(.call, ID("1")), .restored(.call, ID("1")), .privacyDeletion(.call, ID("1")),
        .merged(.call, primary: ID("1"), merged: [ID("2")], new: nil),
    ])
    func always(change: WebhookChange) {
        #expect(isNews(change, to: Self.settled()))
    }

    @Test("R12 R21 an association that adds what we hold, or takes what we do not hold, is no news while all is settled", arguments: [
        (Kind.company, "50", true), (.company, "51", false), (.contact, "7", true), (.contact, "8", false),
        (.deal, "7", false),
    ])
    func association(kind: Kind, id: String, held: Bool) {
        let other = WebhookEnd(kind: kind, id: ID(id))
        let own = WebhookEnd(kind: .call, id: ID("1"))
        for isSettled in [true, false] {
            let known = Self.settled {
                ($0.isSettled, $0.company) = (isSettled, ID("50"))
                $0.links = [RecordKey(kind: .contact, id: ID("7"))]
            }
            for (from, to) in [(own, other), (other, own)] {
                #expect(isNews(.associationChanged(from: from, to: to, removed: false), to: known) == (!isSettled || !held))
                #expect(isNews(.associationChanged(from: from, to: to, removed: true), to: known) == (!isSettled || held))
            }
        }
    }
}
