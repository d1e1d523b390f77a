import Database
import Domain

extension RecordsPage {
    func view(_ visit: Visit) -> View {
        View(Entry.records.name(visit.language), .records) {
            h1 { Entry.records.name(visit.language) }
            filters(visit)
            section(.class("card"), .aria("label", Entry.records.name(visit.language))) {
                if rows.isEmpty { p { visit.of(fr: "Aucune fiche.", en: "No records.") } } else { RecordGrid(rows: rows).content(visit) }
                Pager.content(visit, first: after == nil ? nil : place(after: nil), next: hasMore ? rows.last.map { place(after: $0.id) } : nil)
            }
            retryAll(visit)
        }
    }

    private func place(after: PairID?) -> Place {
        Place(
            "records",
            query: filter.query + [("company", company.map(\.description)), ("after", after.map(\.description))])
    }

    private func filters(_ visit: Visit) -> HTML {
        form(.class("filters"), Attribute("method", "get"), .action(Place("records"))) {
            choice(visit, "kind", visit.of(fr: "Type", en: "Kind"), Kind.allCases.map { ($0.rawValue, $0.name(visit.language)) }, filter.kind?.rawValue)
            choice(visit, "state", visit.of(fr: "État", en: "State"), State.allCases.map { ($0.rawValue, $0.name(visit.language)) }, filter.state?.rawValue)
            choice(visit, "reason", visit.of(fr: "Raison", en: "Reason"), Reason.allCases.map { ($0.rawValue, $0.coded(visit.language)) }, filter.reason?.rawValue)
            if let company { input(.type("hidden"), .name("company"), .value(company.description)) }
            button { visit.of(fr: "Filtrer", en: "Filter") }
            if !filter.isEmpty || company != nil { a(.href(Place("records"))) { visit.of(fr: "Tout montrer", en: "Show all") } }
        }
    }

    private func choice(_ visit: Visit, _ name: String, _ title: String, _ words: [(String, String)], _ chosen: String?) -> HTML {
        label {
            title
            select(.name(name)) {
                option(.value("")) { visit.of(fr: "tous", en: "any") }
                for (word, text) in words { option(.value(word), word == chosen ? Attribute("selected") : nil) { text } }
            }
        }
    }

    /// For what a filter shows, if it can be tried again.
    private func retryAll(_ visit: Visit) -> HTML {
        guard let state = filter.state, RetryPairs.states.contains(state), company == nil, !rows.isEmpty else { return .none }
        return p {
            a(.href(Place("attention", "retry", query: filter.query))) {
                visit.of(fr: "Réessayer toutes ces fiches…", en: "Retry all of these…")
            }
        }
    }
}
