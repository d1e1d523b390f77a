import Crypto
import Foundation
import Testing

@testable import Sandbox

struct WebhookTests {
    @Test("Events arrive signed, in one array, and the signature is that of an independent computation")
    func signed() async throws {
        let secret = "a secret"
        try await Inbox.with { inbox, address in
            var settings = WebhookSettings()
            settings.url = address
            settings.publicURL = "https://example.org/hooks?a=%2Fb%20c"
            settings.secret = secret
            try await Self.sending(settings, [["objectId": 7], ["objectId": 8]]) {
                let call = try #require(await inbox.next())
                #expect(call.json?.items?.compactMap { $0["objectId"]?.integer } == [7, 8])
                let timestamp = try #require(call.headers["x-hubspot-request-timestamp"])
                var message = Data("POSThttps://example.org/hooks?a=/b%20c".utf8)
                message.append(contentsOf: call.body)
                message.append(Data(timestamp.utf8))
                let code = try #require(Data(base64Encoded: call.headers["x-hubspot-signature-v3"] ?? ""))
                let key = SymmetricKey(data: Data(secret.utf8))
                #expect(HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message, using: key))
            }
        }
    }

    @Test("A refused delivery is tried again, with its attempt counted")
    func retried() async throws {
        try await Inbox.with(statuses: [500, 503, 204]) { inbox, address in
            var settings = WebhookSettings()
            settings.url = address
            settings.retryDelay = 1
            try await Self.sending(settings, [["objectId": 7]]) {
                var attempts: [Int?] = []
                for _ in 0..<3 { attempts.append(await inbox.next()?.json?.items?.first?["attemptNumber"]?.integer) }
                #expect(attempts == [0, 1, 2])
            }
        }
    }

    @Test("Deliveries hold at most 100 events; copies and shuffling come on request")
    func copies() {
        var settings = WebhookSettings()
        settings.url = "http://127.0.0.1:1/"
        settings.duplicates = 3
        settings.shuffle = true
        var queue = WebhookQueue(settings, seed: 4)
        queue.add((0..<50).map { ["objectId": .integer($0)] })
        let deliveries = queue.take()
        #expect(deliveries.map(\.count) == [100, 50])
        let ids = deliveries.joined().compactMap { $0["objectId"]?.integer }
        #expect(ids.sorted() == (0..<50).flatMap { [$0, $0, $0] })
        #expect(ids != ids.sorted())
    }

    @Test("What a person does is told as HubSpot tells it")
    func kinds() async throws {
        var state = HubSpotState(HubSpotSettings())
        let author = Author(source: "CRM_UI", userId: 9, at: 1000)
        let company = state.create(.companies, Draft(values: ["name": "A"]), by: author)
        let other = state.create(.companies, Draft(values: ["name": "B"]), by: author)
        let call = state.create(.calls, Draft(values: ["hs_timestamp": "2026-01-01T00:00:00.000Z"]), by: author)
        state.link(.calls, call.id, .companies, company.id, [AssociationLabel(182)], by: author)
        _ = try state.merge(.companies, primary: company.id, loser: other.id, newId: false, by: author)
        state.archive(.companies, company.id, by: author)
        state.restore(.companies, company.id, by: author)
        let told = state.events.compactMap { $0["subscriptionType"]?.text }
        #expect(
            told == [
                "company.creation", "company.propertyChange", "company.creation", "company.propertyChange",
                "object.creation", "object.propertyChange", "object.associationChange", "company.associationChange",
                "company.merge", "company.deletion", "company.deletion", "company.restore",
            ])
        let link = try #require(state.events.first { $0["subscriptionType"] == "object.associationChange" })
        #expect(link["associationType"] == "CALL_TO_COMPANY")
        #expect(link["objectTypeId"] == "0-48")
        #expect(link["sourceId"] == "userId:9")
        let merge = try #require(state.events.first { $0["subscriptionType"] == "company.merge" })
        #expect(merge["mergedObjectIds"] == [.integer(other.id)])
        #expect(merge["newObjectId"] == .integer(company.id))
    }

    /// Sends events for as long as `body` runs.
    private static func sending(
        _ settings: WebhookSettings, _ events: [WebhookQueue.Event], _ body: () async throws -> Void
    ) async throws {
        let sender = WebhookSender(settings, seed: 1)
        sender.send(events)
        let task = Task { await sender.run() }
        defer { task.cancel() }
        try await body()
    }
}
