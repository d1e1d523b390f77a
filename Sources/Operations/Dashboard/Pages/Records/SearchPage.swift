import Database
import Domain
import Oversight

/// What the box at the top finds. The words come in a form and go into no address: they may be a person's name.
struct SearchPage: Sendable {
    var text: String
    var rows: [RecordRow]

    private static let most = 50

    static func add(to routes: Site.Routes, of site: Site) {
        site.answer("/search", in: routes) { site, visit throws(PageFault) in
            let page = try await read(site, visit)
            return page.rows.count == 1 ? .place(page.rows[0].place) : .view(page.view(visit))
        }
        // Somebody reloads what they found, or comes back to it.
        site.show("/search", in: routes) { _, visit throws(PageFault) in SearchPage(text: "", rows: []).view(visit) }
    }

    private static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> SearchPage {
        let typed = (visit.form["q"] ?? "").split { $0.isWhitespace || $0 == "\0" }
        let text = String(typed.joined(separator: " ").prefix(200))
        guard !text.isEmpty else { return SearchPage(text: "", rows: []) }
        var siret: String?
        if case .success(let found) = SIRET.parse(text) { siret = found.description }
        let find = SearchRecords(text, siret: siret, limit: most)
        let rows = try await site.ask { (database) async throws(DatabaseError) in try await database.run(find) }
        // An id or a SIRET is meant as one, whatever else has a word like it.
        return SearchPage(text: text, rows: rows)
    }

    func view(_ visit: Visit) -> View {
        View(visit.of(fr: "Recherche", en: "Search"), isLive: false) {
            h1 {
                visit.of(fr: "Recherche", en: "Search")
                if !text.isEmpty {
                    visit.of(fr: " : « ", en: ": “")
                    bdi { text }
                    visit.of(fr: " »", en: "”")
                }
            }
            section(.class("card")) {
                if rows.isEmpty {
                    advice(visit)
                } else {
                    RecordGrid(rows: rows).content(visit)
                    if rows.count == Self.most { p(.class("soft")) { visit.of(fr: "Les \(Self.most) premières.", en: "The first \(Self.most).") } }
                }
            }
        }
    }

    /// Where nothing was found, or nothing asked yet.
    private func advice(_ visit: Visit) -> HTML {
        .group([
            text.isEmpty ? .none : p { visit.of(fr: "Aucune fiche ne correspond.", en: "No record matches.") },
            p(.class("soft")) {
                visit.of(
                    fr: "On trouve une fiche par son nom, son SIRET, son adresse mail ou son identifiant dans l’un des deux outils. Le début des mots suffit.",
                    en: "A record is found by its name, its SIRET, its e-mail address or its id in either system. The beginnings of words will do.")
            },
            text.isEmpty
                ? .none
                : p(.class("soft")) {
                    visit.of(
                        fr: "Une fiche que la synchronisation n’a jamais regardée, ou laissée de côté sans trace, n’est pas ici : ",
                        en: "A record that the sync has never looked at, or left out without a trace, is not here: ")
                    code { visit.of(fr: "passerelle explain TYPE ID", en: "passerelle explain KIND ID") }
                    visit.of(fr: " la lit dans les deux outils et dit pourquoi.", en: " reads it in both systems and says why.")
                },
        ])
    }
}
