import Database
import Domain
import Oversight
import Runtime

extension Overview {
    func view(_ visit: Visit) -> View {
        let concerns = concerns(visit)
        return View(Entry.overview.name(visit.language), .overview) {
            h1 { Entry.overview.name(visit.language) }
            verdict(concerns, visit)
            cards(visit)
            section(.class("card"), .aria("labelledby", "records")) {
                h2(.id("records")) { visit.of(fr: "Fiches", en: "Records") }
                counts(visit)
            }
            section(.class("card"), .aria("labelledby", "throughput")) {
                h2(.id("throughput")) { visit.of(fr: "Reporté d’un outil à l’autre, la dernière heure", en: "Carried from one system to the other, the last hour") }
                MinuteLine(rows: throughput, now: visit.now).content(visit)
            }
        }
    }

    private func verdict(_ concerns: [Concern], _ visit: Visit) -> HTML {
        let worst = concerns.map(\.weight).max()
        let style = worst == .bad ? "card verdict bad" : worst == .uneasy ? "card verdict uneasy" : "card verdict"
        return section(.class(style), .aria("labelledby", "verdict")) {
            h2(.id("verdict")) { sentence(worst, visit) }
            if concerns.isEmpty {
                p { report.isIdle ? visit.of(fr: "Tout est traité.", en: "Everything is done.") : visit.of(fr: "Du travail est en cours.", en: "Work is under way.") }
            } else {
                ul(.class("todo")) {
                    for concern in concerns {
                        li {
                            StateTag.tag(concern.weight == .bad ? visit.of(fr: "grave", en: "serious") : visit.of(fr: "à voir", en: "look"), concern.weight == .bad ? "bad" : "uneasy")
                            " "
                            if let place = concern.place { a(.href(place)) { concern.text } } else { concern.text }
                        }
                    }
                }
            }
        }
    }

    private func sentence(_ worst: Concern.Weight?, _ visit: Visit) -> String {
        switch worst {
        case .bad: visit.of(fr: "Quelque chose ne va pas", en: "Something is wrong")
        case .uneasy: visit.of(fr: "En service, et quelqu’un est attendu", en: "Working, and somebody is needed")
        case nil: visit.of(fr: "Tout va bien", en: "All is well")
        }
    }

    private func cards(_ visit: Visit) -> HTML {
        div(.class("cards")) {
            Figure(visit.number(total(.synced)), State.synced.name(visit.language), to: records(.synced), tint: "").content
            Figure(visit.number(total(.pending, .retrying)), visit.of(fr: "à traiter", en: "to do"), to: Entry.queues.place).content
            Figure(
                waiting?.dependants ?? 0, visit, fr: ("en attente d’une entreprise", "en attente d’une entreprise"),
                en: ("waits for a company", "wait for a company"), to: Entry.waiting.place
            ).content
            Figure(
                total(.blocked, .failed), visit, fr: ("à traiter par quelqu’un", "à traiter par quelqu’un"),
                en: ("needs somebody", "need somebody"), to: Entry.attention.place
            ).content
            if let oldest = report.oldestPending {
                Figure(visit.length(visit.now - oldest.oldest), visit.of(fr: "travail le plus ancien", en: "oldest work"), to: Entry.queues.place).content
            }
            Figure(
                report.calls.values.reduce(0, +), visit, fr: ("appel à HubSpot aujourd’hui", "appels à HubSpot aujourd’hui"),
                en: ("call to HubSpot today", "calls to HubSpot today"), to: Entry.limiter.place
            ).content
        }
    }

    private func records(_ state: State) -> Place { Place("records", query: [("state", state.rawValue)]) }

    /// Kinds down, states across; each count leads to its records.
    private func counts(_ visit: Visit) -> HTML {
        let states = State.allCases.filter { state in report.pairs.contains { $0.state == state } || state == .synced }
        return Grid(
            [Grid.Column(title: visit.of(fr: "Type", en: "Kind"))]
                + states.map { Grid.Column(title: $0.name(visit.language), isNumber: true) },
            rows: Kind.allCases.map { kind in
                Grid.Row(
                    id: "kind-\(kind.rawValue)",
                    cells: [.text(kind.name(visit.language))] + states.map { cell(kind, $0, visit) })
            }
        ).content
    }

    private func cell(_ kind: Kind, _ state: State, _ visit: Visit) -> HTML {
        let count = report.count(kind, state)
        guard count > 0 else { return .text("·") }
        return a(.href(Place("records", query: [("kind", kind.rawValue), ("state", state.rawValue)]))) {
            visit.number(count)
        }
    }
}
