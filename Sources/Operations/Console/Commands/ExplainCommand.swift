import ArgumentParser
import Domain
import Oversight
import Pipeline
import Runtime

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: .help(
            fr: "Expliquer pourquoi une fiche en est là, et ce qui y changerait quelque chose.",
            en: "Explain why a record stands where it stands, and what would change it."),
        discussion: .help(
            fr: """
                KIND est company, deal, contact, call, meeting ou email ; activity avec un identifiant d’artis.net. ID \
                est celui de HubSpot, comme dans l’adresse de la page de la fiche, ou artis: suivi de l’identifiant \
                d’artis.net.

                  passerelle explain company 5211
                  passerelle explain deal artis:AF000001

                Une fiche qui n’a laissé aucune trace ici (une transaction dont la case n’est pas cochée, un suspect \
                d’artis.net) est lue en direct : il faut pour cela HUBSPOT_ACCESS_TOKEN et ARTIS_BASE_URL, et quelques \
                appels. Code de sortie 1 : cette fiche n’existe pas.
                """,
            en: """
                KIND is company, deal, contact, call, meeting or email; activity with an id of artis.net. ID is \
                HubSpot's, as in the address of the record's page, or artis: and the id of artis.net.

                  passerelle explain company 5211
                  passerelle explain deal artis:AF000001

                A record that left no trace here (a deal whose box is not ticked, a suspect of artis.net) is looked at \
                live: that takes HUBSPOT_ACCESS_TOKEN and ARTIS_BASE_URL, and a few calls. Exit code 1: there is no \
                such record.
                """))

    @Argument(help: ArgumentHelp(fr: "Ce que c’est.", en: "What it is.", valueName: "KIND")) var kind: String
    @Argument(help: .recordID) var id: String
    @Flag(help: .json) var json = false

    func validate() throws { _ = try RecordName(kind: kind, id: id) }

    func run() async throws {
        let name = try RecordName(kind: kind, id: id)
        try await Desk.with { desk in
            let known = try await Explanation.read(name, from: desk.database)
            let found: Explanation
            if let known { found = known } else { found = try await look(at: name, desk) }
            let screen = desk.screen
            if json { screen.show(found.json) } else { screen.show(found.page(screen.language, screen.clock)) }
        }
    }

    private func look(at name: RecordName, _ desk: Desk) async throws -> Explanation {
        let language = desk.screen.language
        let (hubspot, artis) = Settings.readOrExit(
            HubSpotSettings.self, ArtisSettings.self, words: { $0.text(language) })
        return try await desk.withFleet(hubspot, artis) { fleet in
            let reference = try await fleet.referenceFetched(language)
            let found = try await Explanation.look(
                at: name, fleet, desk.database, reference: reference, pipeline: hubspot.pipeline)
            guard let found else { throw ConsoleFailure.notFound(unknown(name, language)) }
            return found
        }
    }

    private func unknown(_ name: RecordName, _ language: Language) -> String {
        let system = name.system.name
        return language.of(
            fr: "\(name.label(language)) : \(system) n’a pas de telle fiche (supprimée ou archivée, peut-être)",
            en: "\(name.label(language)): \(system) has no such record (deleted or archived, perhaps)")
    }
}
