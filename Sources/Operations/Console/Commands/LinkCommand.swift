import ArgumentParser
import Domain
import Oversight
import Pipeline
import Runtime

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: .help(
            fr: "Relier à la main des fiches qui existent des deux côtés.",
            en: "Pair records that exist on both sides, by hand."),
        discussion: .help(
            fr: """
                KIND est company, deal, contact, call, meeting ou email ; ID est celui de HubSpot. Un fichier contient \
                une paire par ligne, sans en-tête : deal,4102,artis:AF000001.

                  passerelle link deal 4102 artis:AF000001
                  passerelle link --file pairs.csv

                Les deux fiches sont d’abord lues. Est refusé, avec la raison : ce qui n’existe pas, est relié \
                ailleurs, dépend d’une autre entreprise, ou est un autre type d’activité d’après TD_HubspotAction. \
                Tout ou rien par ligne, et un rapport à la fin. Ce qui diffère est fusionné aussitôt : les champs \
                vides sont remplis, CONFLICT_WINS tranche pour les autres. Le faire deux fois ne change rien. Sur un \
                terminal, un fichier de plusieurs lignes est à confirmer, sauf avec --yes.

                Code de sortie 1 : une ligne a été refusée.
                """,
            en: """
                KIND is company, deal, contact, call, meeting or email; ID is HubSpot's. A file holds one pair a line, \
                without a header: deal,4102,artis:AF000001.

                  passerelle link deal 4102 artis:AF000001
                  passerelle link --file pairs.csv

                Both records are read first. Refused, with the reason: what is not there, is linked elsewhere, hangs \
                on another company, or is another type of activity by TD_HubspotAction. All or nothing per line, and a \
                report at the end. What differs is merged at once: empty fields are filled, CONFLICT_WINS decides the \
                others. Doing it twice does it once. At a terminal a file of several lines is asked about, unless \
                --yes.

                Exit code 1: a line was refused.
                """))

    @Argument(help: ArgumentHelp(fr: "Ce que sont les fiches.", en: "What they are.", valueName: "KIND"))
    var kind: String?
    @Argument(help: ArgumentHelp(fr: "L’identifiant de HubSpot.", en: "HubSpot's id.", valueName: "ID"))
    var hubspot: String?
    @Argument(
        help: ArgumentHelp(
            fr: "artis: suivi de l’identifiant d’artis.net.", en: "artis: and the id of artis.net.",
            valueName: "artis:ID"))
    var artis: String?
    @Option(
        help: ArgumentHelp(
            fr: "Des lignes KIND,ID,artis:ID.", en: "Lines KIND,ID,artis:ID.", valueName: "pairs.csv"))
    var file: String?
    @Flag(help: ArgumentHelp(fr: "Oui, toutes les lignes du fichier.", en: "Yes, all lines of the file."))
    var yes = false
    @Flag(help: .jsonLines) var json = false

    func validate() throws {
        switch (kind, hubspot, artis, file) {
        case (let kind?, let hubspot?, let artis?, nil): _ = try LinkOrder(kind: kind, hubspot: hubspot, artis: artis)
        case (nil, nil, nil, .some): break
        case (_, _, _, _):
            throw ValidationError(
                fr: "désignez deux fiches (KIND ID artis:ID), ou un --file de paires",
                en: "name two records (KIND ID artis:ID), or a --file of them")
        }
    }

    private func lines() throws -> [LinkFile.Line] {
        if let file { return try LinkFile.read(file) }
        return [.order(try LinkOrder(kind: kind ?? "", hubspot: hubspot ?? "", artis: artis ?? ""))]
    }

    func run() async throws {
        let lines = try lines()
        try await Desk.with(HubSpotSettings.self, ArtisSettings.self) { desk, hubspot, artis in
            let language = desk.screen.language
            if lines.count > 1 {
                try Confirmation.ask(
                    language.of(fr: "Relier \(lines.count) paires ?", en: "Link \(lines.count) pairs?"), sure: yes,
                    language)
            }
            try await desk.withFleet(hubspot, artis) { fleet in
                let actions = try await fleet.actions(for: lines)
                let look = LinkLook(hubspot: fleet.hubspot, artis: fleet.artis, actions: actions)
                let reports = try await Linker(desk: desk, look: look).run(lines)
                show(reports, on: desk.screen)
                if reports.contains(where: \.outcome.isRefusal) { throw ExitCode(Outcome.failed) }
            }
        }
    }

    private func show(_ reports: [LinkReport], on screen: Screen) {
        if json { return reports.forEach { screen.show($0.json) } }
        for line in Table([], rows: reports.map { $0.row(screen.language) }).lines(colours: screen.colours) {
            screen.write(line)
        }
        let linked = reports.count { $0.outcome == .linked }
        let refused = reports.count(where: \.outcome.isRefusal)
        screen.line(
            Words(
                screen.language.of(
                    fr: "\(linked) paire(s) reliée(s), \(refused) refusée(s).", en: "\(linked) linked, \(refused) refused.")))
    }
}
