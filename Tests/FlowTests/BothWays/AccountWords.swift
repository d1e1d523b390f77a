import HTTP
import TestKit

/// What the two systems call the same stage and the same person.
struct AccountWords: Sendable {
    /// Names of the stages used with artis, by id.
    var stages: [String: String]
    /// Mails in lower case, by HubSpot's owner id.
    var owners: [String: String]
    /// Mails in lower case, by artis' id.
    var collaborateurs: [String: String]

    /// Mails of those whom both know, and who are in use there.
    var sellers: [String] {
        ["camille.aubree", "loic.beziat", "ines.carpentier", "herve.doeuvre", "noemie.etchegaray", "gael.fay"]
            .map { "\($0)@atelier-lumen.example" }
    }

    init(_ scene: Scene) async throws {
        stages = Dictionary(scene.stages.map { ($0.value, $0.key) }) { first, _ in first }
        let owners = try await scene.sandbox.hubspot(.get, "records/hubspot/owners")["records"]?.array ?? []
        self.owners = Self.mails(owners, "email")
        let persons = try await scene.sandbox.port(.get, "/v1/collaborateurs")["elements"]?.array ?? []
        collaborateurs = Self.mails(persons, "mail")
    }

    func id(of mail: String, among ids: [String: String]) -> String { ids.first { $0.value == mail }?.key ?? "" }

    private static func mails(_ persons: [JSON], _ name: String) -> [String: String] {
        Dictionary(persons.map { ($0["id"]?.text ?? "", ($0[name]?.string ?? "").lowercased()) }) { first, _ in first }
    }
}
