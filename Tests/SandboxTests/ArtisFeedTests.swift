import Foundation
import Testing

@testable import Sandbox

@Suite("artis: the change feed, history and what survives")
struct ArtisFeedTests {
    @Test("the feed tells creation, modification, suppression and restoration in order, with the origin of each")
    func order() async throws {
        try await RunningArtis.with { artis in
            let start = try await artis.call("GET", "/v1/changements").json
            #expect(start["elements"] == [] && start["reste"] == false)
            let cursor = try #require(start["suivant"]?.text)
            let made = try await artis.create("tiers", ["raisonSociale": "A"], origin: "passerelle/1")
            let id = try #require(made["id"]?.text)
            _ = try await artis.modify("tiers", id, ["ville": "Caen"])
            _ = try await artis.modify("tiers", id, ["ville": "Caen"])
            _ = try await artis.call("DELETE", "/sandbox/artis/tiers/\(id)")
            _ = try await artis.call("POST", "/sandbox/artis/tiers/\(id)/restauration")
            let page = try await artis.call("GET", "/v1/changements?depuis=\(cursor)&attente=0&limite=3").json
            let rest = try await artis.call(
                "GET", "/v1/changements?depuis=\(page["suivant"]?.text ?? "")&attente=0").json
            #expect(page["reste"] == true && rest["reste"] == false)
            let told = [page, rest].flatMap { $0["elements"]?.items ?? [] }
            #expect(told.map { $0["operation"] } == ["creation", "modification", "suppression", "creation"])
            #expect(told.map { $0["version"] } == [1, 2, 3, 4])
            #expect(told.allSatisfy { $0["id"]?.text == id })
            #expect(told.map { $0["origine"] } == ["passerelle/1", nil, nil, nil])
        }
    }

    @Test("a reader who waits is answered by the next write, and by nothing when its patience ends")
    func longPoll() async throws {
        try await RunningArtis.with { artis in
            let cursor = try #require(try await artis.call("GET", "/v1/changements").json["suivant"]?.text)
            async let waiting = artis.call("GET", "/v1/changements?depuis=\(cursor)&attente=60")
            let id = try await artis.tiers()
            let told = try await waiting.json
            #expect(told["elements"]?.items?.first?["id"] == .string(id))
            let begun = ContinuousClock.now
            let quiet = try await artis.call("GET", "/v1/changements?depuis=\(told["suivant"]?.text ?? "")&attente=1")
            #expect(quiet.json["elements"] == [] && ContinuousClock.now - begun >= .milliseconds(950))
        }
    }

    @Test("a cursor before the horizon is answered 410, a fresh one is not")
    func horizon() async throws {
        try await RunningArtis.with { artis in
            let cursor = try #require(try await artis.call("GET", "/v1/changements").json["suivant"]?.text)
            _ = try await artis.tiers()
            #expect(try await artis.call("GET", "/v1/changements?depuis=\(cursor)&attente=0").status == 200)
            _ = try await artis.call("PUT", "/sandbox/artis/reglages", ["horizonFluxSecondes": 0])
            let late = try await artis.call("GET", "/v1/changements?depuis=\(cursor)&attente=0")
            #expect(late.status == 410 && late.json["code"] == "CURSEUR_PERIME")
            let fresh = try #require(try await artis.call("GET", "/v1/changements").json["suivant"]?.text)
            #expect(try await artis.call("GET", "/v1/changements?depuis=\(fresh)&attente=0").status == 200)
            #expect(try await artis.call("GET", "/v1/changements?depuis=fzz&attente=0").status == 410)
        }
    }

    @Test("every write leaves its sequence, time, key, reference and origin in the history")
    func history() async throws {
        try await RunningArtis.with { artis in
            _ = try await artis.create("tiers", ["raisonSociale": "A"], key: "cle", reference: "companies:1", origin: "p")
            _ = try await artis.call("POST", "/sandbox/artis/tiers", ["champs": ["raisonSociale": "B"]])
            let writes = try #require(try await artis.call("GET", "/sandbox/artis/ecritures").json["elements"]?.items)
            #expect(writes.map { $0["sequence"] } == [1, 2] && writes.map { $0["auteur"] } == ["port", "personne"])
            #expect(writes[0]["cle"] == "cle" && writes[0]["referenceExterne"] == "companies:1")
            #expect(writes[0]["origine"] == "p" && writes[0]["collection"] == "tiers" && writes[0]["id"] == "T000001")
            let times = writes.compactMap { $0["instant_us"]?.integer }
            #expect(times.count == 2 && times[0] <= times[1])
            let later = try await artis.call("GET", "/sandbox/artis/ecritures?depuis=1").json["elements"]?.items
            #expect(later?.count == 1)
        }
    }

    @Test("a restart with the same folder gives back records, keys, feed, tables and settings")
    func restart() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "artis-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await RunningArtis.with(folder: folder) { artis in
            for number in 1...12 {
                _ = try await artis.create("tiers", ["raisonSociale": "N\(number)"], key: "k\(number)", reference: "r:\(number)")
            }
            _ = try await artis.call("DELETE", "/sandbox/artis/tiers/T000002")
            _ = try await artis.call("PUT", "/sandbox/artis/parametres/HUBSPOT_DELAI_APPELS", ["valeur": "250"])
            _ = try await artis.call("PUT", "/sandbox/artis/reglages", ["horizonFluxSecondes": 60])
        }
        try await RunningArtis.with(folder: folder) { artis in
            #expect(!artis.vendor.isEmpty)
            #expect(try await artis.create("tiers", ["raisonSociale": "N1"], key: "k1", reference: "r:1")["id"] == "T000001")
            #expect(try await artis.create("tiers", ["raisonSociale": "X"], reference: "r:2")["id"] == "T000002")
            #expect(try await artis.tiers() == "T000013")
            #expect(try await artis.call("GET", "/v1/parametres/HUBSPOT_DELAI_APPELS").json["valeur"] == "250")
            #expect(try await artis.call("GET", "/sandbox/artis/reglages").json["horizonFluxSecondes"]?.number == 60)
            let told = try await artis.call("GET", "/v1/changements?depuis=f0&attente=0").json["elements"]?.items
            #expect(told?.count == 14)
        }
    }

    @Test("a person creates, changes, deletes and restores through the form, and is told what is wrong")
    func form() async throws {
        try await RunningArtis.with { artis in
            let page = try await artis.call("GET", "/sandbox/artis/formulaire/tiers")
            #expect(page.status == 200 && page.text.contains("raisonSociale *"))
            let wrong = try await artis.call("POST", "/sandbox/artis/formulaire/tiers", raw: "raisonSociale=&ville=Caen")
            #expect(wrong.status == 422 && wrong.text.contains("CHAMP_OBLIGATOIRE") && wrong.text.contains("Caen"))
            let typed = "raisonSociale=%3CF%C3%AAte%3E+%26+Fils&relation=Client"
            _ = try await artis.call("POST", "/sandbox/artis/formulaire/tiers", raw: typed)
            #expect(try await artis.fields("tiers", "T000001")["raisonSociale"] == "<Fête> & Fils")
            #expect(try await artis.call("GET", "/sandbox/artis").text.contains("&lt;Fête&gt; &amp; Fils"))
            for (gesture, living) in [("supprimer", false), ("restaurer", true)] {
                _ = try await artis.call("POST", "/sandbox/artis/formulaire/tiers/T000001", raw: "geste=\(gesture)")
                let read = try await artis.call("POST", "/v1/tiers/lecture", ["ids": ["T000001"]]).json
                #expect(read["elements"]?.items?.isEmpty == !living)
            }
        }
    }
}
