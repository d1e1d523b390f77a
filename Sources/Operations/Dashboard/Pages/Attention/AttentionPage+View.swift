import Database
import Domain

extension AttentionPage {
    func view(_ visit: Visit) -> View {
        View(Entry.attention.name(visit.language), .attention) {
            h1 { Entry.attention.name(visit.language) }
            if groups.isEmpty {
                section(.class("card verdict")) { p { visit.of(fr: "Rien n’attend personne.", en: "Nothing needs anybody.") } }
            }
            for group in groups { card(group, visit) }
        }
    }

    private func card(_ group: Group, _ visit: Visit) -> HTML {
        let language = visit.language
        let word = group.reason?.rawValue ?? group.state.rawValue
        return section(.class("card"), .id("reason-\(group.state.rawValue)-\(word)"), .aria("labelledby", "h-\(group.state.rawValue)-\(word)")) {
            h2(.id("h-\(group.state.rawValue)-\(word)")) { group.reason?.why(language) ?? group.state.name(language) }
            p {
                StateTag.of(group.state, language)
                " · "
                code { word }
                " · "
                group.counts.map { "\($0.kind.name(language)) \(visit.number($0.count))" }.joined(separator: ", ")
                if let oldest = group.counts.map(\.oldest).min() {
                    visit.of(fr: " · depuis ", en: " · since ")
                    visit.since(oldest)
                }
            }
            if let reason = group.reason { p { strong { visit.of(fr: "Que faire : ", en: "What to do: ") }; reason.remedy(language) } }
            RecordGrid(rows: group.examples, retries: true).content(visit)
            div(.class("more")) {
                if group.total > group.examples.count {
                    a(.href(Place("records", query: group.filter.query))) {
                        visit.of(fr: "Les \(visit.number(group.total))", en: "All \(visit.number(group.total))")
                    }
                }
                a(.href(Place("attention", "retry", query: group.filter.query))) {
                    visit.of(fr: "Tout réessayer…", en: "Retry all…")
                }
            }
        }
    }
}
