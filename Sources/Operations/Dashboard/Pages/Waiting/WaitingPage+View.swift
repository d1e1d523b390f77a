import Database
import Domain

extension WaitingPage {
    func view(_ visit: Visit) -> View {
        View(Entry.waiting.name(visit.language), .waiting) {
            h1 { visit.of(fr: "Entreprises attendues", en: "Companies that others wait for") }
            p(.class("soft")) {
                visit.of(
                    fr: "Une transaction, un contact ou une activité n’est écrit nulle part avant que son entreprise soit synchronisée ; dès qu’elle l’est, tout ce qui l’attendait part.",
                    en: "No deal, contact or activity is written anywhere before its company is synced; the moment it is, all that waited for it goes.")
            }
            if let totals { figures(totals, visit) }
            section(.class("card"), .aria("label", visit.of(fr: "Entreprises attendues", en: "Companies that others wait for"))) {
                if rows.isEmpty {
                    p { visit.of(fr: "Personne n’attend une entreprise.", en: "Nobody waits for a company.") }
                } else {
                    grid(visit)
                }
                Pager.content(
                    visit, first: isFirst ? nil : Entry.waiting.place,
                    next: hasMore ? rows.last.map { Place("waiting", query: [("after", "\($0.oldest.microseconds).\($0.company.id)")]) } : nil)
            }
        }
    }

    private func figures(_ totals: CountWaitingDependants.Row, _ visit: Visit) -> HTML {
        div(.class("cards")) {
            Figure(
                totals.dependants, visit, fr: ("fiche en attente", "fiches en attente"), en: ("record waits", "records wait"),
                to: Place("records", query: [("state", State.waiting.rawValue)])
            ).content
            Figure(
                totals.companies, visit, fr: ("entreprise attendue", "entreprises attendues"),
                en: ("company waited for", "companies waited for")
            ).content
            Figure(visit.number(totals.withoutCompany), visit.of(fr: "sans aucune entreprise", en: "of no company"), to: Place("records", query: [("reason", Reason.noCompany.rawValue)])).content
            if let oldest = totals.oldest {
                Figure(visit.length(visit.now - oldest), visit.of(fr: "la plus longue attente", en: "the longest wait")).content
            }
        }
    }

    private func grid(_ visit: Visit) -> HTML {
        Grid(
            [
                .init(title: visit.of(fr: "Entreprise", en: "Company")), .init(title: visit.of(fr: "État", en: "State")),
                .init(title: visit.of(fr: "Pourquoi", en: "Why"), isWide: true),
                .init(title: visit.of(fr: "Que faire", en: "Remedy"), isWide: true),
                .init(title: visit.of(fr: "Transactions", en: "Deals"), isNumber: true),
                .init(title: visit.of(fr: "Contacts", en: "Contacts"), isNumber: true),
                .init(title: visit.of(fr: "Activités", en: "Activities"), isNumber: true),
                .init(title: visit.of(fr: "Attendue depuis", en: "Waited for since")),
            ], rows: rows.map { row($0, visit) }
        ).content
    }

    private func row(_ row: ListWaitingCompanies.Row, _ visit: Visit) -> Grid.Row {
        let company = row.company
        let below = Place("records", query: [("company", "\(company.id)"), ("state", State.waiting.rawValue)])
        func count(_ number: Int, _ kind: Kind?) -> HTML {
            guard number > 0 else { return .text("·") }
            return a(.href(kind.map { Place("records", query: [("kind", $0.rawValue), ("company", "\(company.id)"), ("state", State.waiting.rawValue)]) } ?? below)) { visit.number(number) }
        }
        return Grid.Row(
            id: "c\(company.id)",
            cells: [
                company.cell(visit.language),
                StateTag.of(company.state, visit.language), .text(company.why(visit.language)),
                .text(company.reason?.remedy(visit.language, detail: company.detail) ?? ""), count(row.deals, .deal),
                count(row.contacts, .contact), count(row.activities, nil), visit.since(row.oldest),
            ])
    }
}
