import Database
import Domain
import HTTP
import TestKit
import Testing

extension Office {
    /// A synced contact whose last name people have then changed on both sides at once: of it we hold values, a conflict
    /// and a history.
    func disputedPerson(named name: String, mail: String) async throws -> (contact: String, person: String) {
        let company = try await scene.company(siret: Fresh.siret)
        let contact = try await scene.contact(of: company, mail: mail, name: name)
        try await fleet.settled()
        let person = try await artisID(.contact, contact)
        try await without("contact-worker") {
            try await scene.edit("contacts", contact, ["lastname": "\(name) A"])
            try await scene.change("interlocuteurs", person, ["nom": .string("\(name) B")])
        }
        #expect(try await conflicts(.contact, contact).count == 1)
        #expect(try await fleet.database.first(CountMentions(text: name)) ?? 0 > 0)
        return (contact, person)
    }
}
