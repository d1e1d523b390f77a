import Domain
import HubSpot
import Testing

@Suite("Webhooks: events")
struct WebhookEventTests {
    private func decode(_ text: String) throws(WebhookFault) -> [WebhookEvent] {
        try WebhookEvent.decode(Array(text.utf8))
    }

    static let events: [(String, WebhookChange)] = [
        (#""subscriptionType":"company.creation","objectId":1"#, .created(.company, ID("1"))),
        (#""subscriptionType":"deal.deletion","objectId":2"#, .deleted(.deal, ID("2"))),
        (#""subscriptionType":"contact.restore","objectId":3"#, .restored(.contact, ID("3"))),
        (#""subscriptionType":"contact.privacyDeletion","objectId":4"#, .privacyDeletion(.contact, ID("4"))),
        (
            #""subscriptionType":"deal.propertyChange","objectId":5,"propertyName":"amount","propertyValue":"7""#,
            .changed(.deal, ID("5"), property: "amount", value: "7")
        ),
        (
            #""subscriptionType":"object.propertyChange","objectTypeId":"0-48","objectId":6"#,
            .changed(.call, ID("6"), property: nil, value: nil)
        ),
        (#""subscriptionType":"object.creation","objectTypeId":"0-47","objectId":7"#, .created(.meeting, ID("7"))),
        (#""subscriptionType":"object.deletion","objectTypeId":"0-49","objectId":8"#, .deleted(.email, ID("8"))),
        (#""subscriptionType":"object.creation","objectTypeId":"0-2","objectId":8"#, .created(.company, ID("8"))),
        (
            #""subscriptionType":"company.merge","objectId":9,"primaryObjectId":9,"mergedObjectIds":[10,11],"newObjectId":12"#,
            .merged(.company, primary: ID("9"), merged: [ID("10"), ID("11")], new: ID("12"))
        ),
        (
            #""subscriptionType":"company.merge","primaryObjectId":9,"mergedObjectIds":[10],"newObjectId":null"#,
            .merged(.company, primary: ID("9"), merged: [ID("10")], new: nil)
        ),
        (
            #""subscriptionType":"deal.associationChange","associationType":"DEAL_TO_COMPANY","fromObjectId":13,"toObjectId":14,"associationRemoved":true"#,
            .associationChanged(
                from: WebhookEnd(kind: .deal, id: ID("13")), to: WebhookEnd(kind: .company, id: ID("14")), removed: true)
        ),
        (
            #""subscriptionType":"object.associationChange","fromObjectTypeId":"0-48","toObjectTypeId":"0-1","fromObjectId":15,"toObjectId":16"#,
            .associationChanged(
                from: WebhookEnd(kind: .call, id: ID("15")), to: WebhookEnd(kind: .contact, id: ID("16")), removed: false)
        ),
        (
            #""subscriptionType":"deal.associationChange","associationType":"DEAL_TO_LINE_ITEM","fromObjectId":13,"toObjectId":14"#,
            .unknown("deal.associationChange")
        ),
        (#""subscriptionType":"ticket.creation","objectId":17"#, .unknown("ticket.creation")),
        (#""subscriptionType":"company.celebration","objectId":17"#, .unknown("company.celebration")),
        (#""subscriptionType":"object.creation","objectTypeId":"0-5","objectId":17"#, .unknown("object.creation")),
        (#""subscriptionType":"call.creation","objectId":18"#, .created(.call, ID("18"))),
        (#""subscriptionType":"nonsense""#, .unknown("nonsense")),
    ]

    @Test("Each subscription is the change that it names", arguments: events)
    func event(_ members: String, _ expected: WebhookChange) throws {
        let events = try decode("[{\(members),\"occurredAt\":1764057600000,\"attemptNumber\":2,\"eventId\":1}]")
        #expect(events == [WebhookEvent(expected, occurredAt: Instant(milliseconds: 1_764_057_600_000), attempt: 2)])
    }

    @Test("R25 Who did it is told, where it is told")
    func source() throws {
        let sources = try decode(
            #"[{"subscriptionType":"deal.creation","objectId":1,"changeSource":"INTEGRATION"},{"subscriptionType":"deal.creation","objectId":1,"changeSource":"CRM_UI"},\#(Self.good)]"#)
        #expect(sources.map(\.isByIntegration) == [true, false, false])
    }

    static let good = #"{"subscriptionType":"deal.creation","objectId":1}"#

    static let faults: [(String, WebhookFault)] = [
        ("", .notJSON("not JSON at byte 0: it ends too early")), ("{}", .notAnArray), ("null", .notAnArray),
        ("[\(good),7]", .notAnEvent(index: 1)), ("[\(good),null]", .notAnEvent(index: 1)),
        ("[{}]", .missing(index: 0, field: "subscriptionType")),
        (#"[{"subscriptionType":7}]"#, .wrongType(index: 0, field: "subscriptionType", expected: "text")),
        ("[\(good),{\"subscriptionType\":\"deal.creation\"}]", .missing(index: 1, field: "objectId")),
        (
            #"[{"subscriptionType":"deal.creation","objectId":"1"}]"#,
            .wrongType(index: 0, field: "objectId", expected: "record id")
        ),
        (
            #"[{"subscriptionType":"deal.creation","objectId":1.5}]"#,
            .wrongType(index: 0, field: "objectId", expected: "record id")
        ),
        (
            #"[{"subscriptionType":"deal.creation","objectId":-1}]"#,
            .wrongType(index: 0, field: "objectId", expected: "record id")
        ),
        (
            #"[{"subscriptionType":"deal.creation","objectId":1e400}]"#,
            .wrongType(index: 0, field: "objectId", expected: "record id")
        ),
        (
            #"[{"subscriptionType":"deal.creation","objectId":{}}]"#,
            .wrongType(index: 0, field: "objectId", expected: "record id")
        ),
        (#"[{"subscriptionType":"deal.merge","primaryObjectId":1}]"#, .missing(index: 0, field: "mergedObjectIds")),
        (
            #"[{"subscriptionType":"deal.merge","primaryObjectId":1,"mergedObjectIds":"2"}]"#,
            .wrongType(index: 0, field: "mergedObjectIds", expected: "list of record ids")
        ),
        (
            #"[{"subscriptionType":"deal.merge","primaryObjectId":1,"mergedObjectIds":[true]}]"#,
            .wrongType(index: 0, field: "mergedObjectIds", expected: "record id")
        ),
        (
            #"[{"subscriptionType":"deal.creation","objectId":1,"occurredAt":"now"}]"#,
            .wrongType(index: 0, field: "occurredAt", expected: "whole number")
        ),
        (
            #"[{"subscriptionType":"deal.propertyChange","objectId":1,"propertyName":[]}]"#,
            .wrongType(index: 0, field: "propertyName", expected: "text")
        ),
        (
            #"[{"subscriptionType":"object.creation","objectId":1,"objectTypeId":48}]"#,
            .wrongType(index: 0, field: "objectTypeId", expected: "text")
        ),
        ("[" + Array(repeating: good, count: 101).joined(separator: ",") + "]", .tooMany(101)),
    ]

    @Test("A body that is not HubSpot's is refused by its place", arguments: faults)
    func fault(_ body: String, _ expected: WebhookFault) {
        #expect(throws: expected) { try decode(body) }
        if case .missing(let index, let field) = expected {
            #expect("\(expected)" == "event \(index) lacks \(field)")
        }
    }

    @Test("A hundred events are read, none is fine too")
    func counts() throws {
        #expect(try decode("[]").isEmpty)
        #expect(try decode("[" + Array(repeating: Self.good, count: 100).joined(separator: ",") + "]").count == 100)
    }

    @Test("Bytes of any kind never trap")
    func rubbish() {
        for seed in 0..<2000 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
            let bytes = (0..<(seed % 60)).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Array("[]{}\",:0-9eE.ntfu\\objectId".utf8)[Int(state >> 33) % 26]
            }
            _ = try? WebhookEvent.decode(bytes)
        }
    }
}
