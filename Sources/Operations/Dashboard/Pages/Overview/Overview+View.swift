import Database
import Domain
import Oversight

extension Overview {
    func view(_ visit: Visit) -> View {
        View(Entry.overview.name(visit.language), .overview) {
            h1 { Entry.overview.name(visit.language) }
            section(.class("card")) {
                h2 { visit.of(fr: "Fiches", en: "Records") }
                counts(visit)
            }
        }
    }

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
