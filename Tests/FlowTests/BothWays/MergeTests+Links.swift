import Domain
import HTTP
import TestKit
import Testing

extension MergeTests {
    /// Activities whose deal is away at the very moment at which they are looked at.
    @Suite struct Links {
        @Test("R21 R26 a link with a deal of another company that HubSpot hid when it was looked at is carried once the deal is back", arguments: [
            true, false,
        ])
        func hiddenLink(isSeenAway: Bool) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (one, other) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let (deal, call) = try await (scene.deal(of: one), scene.call(of: [("companies", other, false)]))
            try await office.fleet.settled()
            let action = try await office.artisID(.call, call)
            func hide() async throws {
                try await office.without("activity-worker", awaiting: false) {
                    try await scene.associate("calls", call, with: ("deals", deal, false))
                    try await scene.edit("calls", call, ["hs_call_title": "Rappel du soir"])
                    try await office.archive(.deal, deal)
                }
                try await office.fleet.until("a look") { try await office.fields(.call, call)?["objet"] == "Rappel du soir" }
                #expect(try await office.fields(.call, call)?["affaires"]?.array ?? [] == [])
            }
            if isSeenAway {
                try await hide()
                try await office.fleet.settled()
                try await office.restore(.deal, deal)
            } else {
                try await office.without("deal-worker") {
                    try await hide()
                    try await office.restore(.deal, deal)
                }
            }
            try await office.fleet.settled()
            let affaire = try await office.artisID(.deal, deal)
            #expect(try await office.artisRecord(.call, action)["champs"]?["affaires"] == [.string(affaire)])
        }

        @Test("R21 R26 a link that one side refused while the deal was gone there is carried once it is back", arguments: [
            System.hubspot, .artis,
        ], [true, false])
        func refusedLink(side: System, isSeenAway: Bool) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (one, other) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let (deal, call) = try await (scene.deal(of: one), scene.call(of: [("companies", other, false)]))
            try await office.fleet.settled()
            let (affaire, action) = try await (office.artisID(.deal, deal), office.artisID(.call, call))
            // A deal that is not synced itself is looked for before an activity is linked with it.
            let elsewhere = try await scene.company(siret: Fresh.siret, ticked: false)
            try await scene.associate("deals", deal, with: ("companies", elsewhere, true))
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .waiting, .companyNotSynced)

            func linked() async throws -> Bool {
                switch side {
                case .hubspot: try await office.link(.call, call, to: (.deal, deal)).isEmpty == false
                case .artis: try await office.artisRecord(.call, action)["champs"]?["affaires"] == [.string(affaire)]
                }
            }
            func hide() async throws {
                try await office.without("activity-worker", awaiting: false) {
                    switch side {
                    case .hubspot:
                        try await scene.change("actions", action, ["affaires": [.string(affaire)], "objet": "Rappel du soir"])
                        try await office.archive(.deal, deal)
                    case .artis:
                        try await scene.associate("calls", call, with: ("deals", deal, false))
                        try await scene.edit("calls", call, ["hs_call_title": "Rappel du soir"])
                        try await office.deleteInArtis(.deal, affaire)
                    }
                }
                try await office.fleet.until("a look") {
                    switch side {
                    case .hubspot: try await scene.hubspot("calls", call)["hs_call_title"] == "Rappel du soir"
                    case .artis: try await office.fields(.call, call)?["objet"] == "Rappel du soir"
                    }
                }
                #expect(try await !linked())
            }
            func bringBack() async throws {
                switch side {
                case .hubspot: try await office.restore(.deal, deal)
                case .artis: try await office.restoreInArtis(.deal, affaire)
                }
            }
            if isSeenAway {
                try await hide()
                try await office.fleet.settled()
                try await bringBack()
            } else {
                try await office.without("deal-worker") {
                    try await hide()
                    try await bringBack()
                }
            }
            try await office.fleet.settled()
            #expect(try await linked())
        }
    }
}
