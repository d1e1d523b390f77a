import HTTP
import TestKit
import Testing

/// The source page's table, through the whole fleet: judged by what artis received.
@Suite(.office(webhooks: false), .judged) struct TriggerTableTests {
    struct Row: Hashable {
        var stage: Bool
        var company: Bool
        var deal: Bool
        var contact: Bool

        static let all = [true, false].flatMap { stage in
            [true, false].flatMap { company in
                [true, false].flatMap { deal in
                    [true, false].map { Row(stage: stage, company: company, deal: deal, contact: $0) }
                }
            }
        }

        /// What the page says is synced, as collections of artis.
        var synced: Set<String> {
            guard stage, company else { return [] }
            var names: Set<String> = ["tiers", "actions"]
            if deal { names.insert("affaires") }
            if contact { names.insert("interlocuteurs") }
            return names
        }
    }

    @Test("R10 every combination of lifecycle stage and boxes syncs what the page says, and nothing else")
    func table() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        var references: [Row: [String: String]] = [:]
        for row in Row.all {
            let company = try await scene.company(
                siret: Fresh.siret, stage: row.stage ? Scene.trigger : "lead", ticked: row.company)
            let deal = try await scene.deal(of: company, ticked: row.deal)
            let contact = try await scene.contact(of: company, mail: Fresh.mail, ticked: row.contact)
            let call = try await scene.call(of: [("companies", company, false)])
            references[row] = [
                "tiers": "companies:\(company)", "affaires": "deals:\(deal)", "interlocuteurs": "contacts:\(contact)",
                "actions": "calls:\(call)",
            ]
        }
        try await office.fleet.settled()
        for collection in ["tiers", "affaires", "interlocuteurs", "actions"] {
            let held = Set(try await scene.artis(collection).compactMap { $0["referenceExterne"]?.string })
            let wanted = Set(Row.all.filter { $0.synced.contains(collection) }.compactMap { references[$0]?[collection] })
            #expect(held == wanted, "\(collection)")
        }
    }
}
