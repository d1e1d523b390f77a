import Database
import Domain
import Oversight

extension RecordPage {
    func view(_ visit: Visit) -> View {
        let record = row.record
        let name = record.called(visit.language)
        return View(name, .records, isLive: live == nil) {
            h1 { name }
            p { Self.capital(record.kind.name(visit.language)); " · "; record.ids }
            section(.class("card"), .aria("label", visit.of(fr: "Où en est la fiche", en: "Where it stands"))) {
                standing(visit)
                actions(visit)
            }
            awaited(visit)
            RecordSides(page: self).content(visit)
            warnings(visit)
            conflicts(visit)
            history(visit)
        }
    }

    /// What one system holds of a field; "–" for nothing.
    static func value(_ text: String?) -> HTML { .text((text ?? "–").clipped(to: .value)) }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func standing(_ visit: Visit) -> HTML {
        dl {
            Self.why(explanation.state, explanation.reason, explanation.detail, visit)
            if let since = explanation.since {
                dt { visit.of(fr: "Depuis", en: "Since") }
                dd { visit.since(since) }
            }
            company(visit)
            attempts(visit)
            if let worker = row.worker {
                dt { visit.of(fr: "En main chez", en: "In hands of") }
                dd { worker }
            }
            dt { visit.of(fr: "Connue depuis", en: "Known since") }
            dd { visit.since(row.createdAt) }
            if let latched = row.latchedAt {
                dt { visit.of(fr: "Synchronisée depuis", en: "Synced since") }
                dd { visit.since(latched) }
            }
            if row.dependants > 0 {
                dt { visit.of(fr: "En dépendent", en: "Hang on it") }
                dd {
                    a(.href(Place("records", query: [("company", "\(row.record.id)")]))) {
                        visit.count(row.dependants, fr: ("fiche", "fiches"), en: ("record", "records"))
                    }
                }
            }
        }
    }

    private func company(_ visit: Visit) -> HTML {
        guard let id = row.record.companyID else { return .none }
        return .group([
            dt { visit.of(fr: "Entreprise", en: "Company") },
            dd {
                a(.href(Place("records", Kind.company.rawValue, "\(id)"))) { row.record.companyCalled(id, visit) }
                if let state = row.companyState { " "; StateTag.of(state, visit.language) }
            },
        ])
    }

    private func attempts(_ visit: Visit) -> HTML {
        guard explanation.attempts > 0 || explanation.nextAttemptAt != nil else { return .none }
        return .group([
            dt { visit.of(fr: "Essais", en: "Attempts") },
            dd {
                "\(explanation.attempts)"
                if let next = explanation.nextAttemptAt { visit.of(fr: " · prochain : ", en: " · next: "); visit.moment(next) }
            },
        ])
    }

    private func actions(_ visit: Visit) -> HTML {
        let segments = ["records", row.record.kind.rawValue, "\(row.record.id)"]
        return div(.class("row more")) {
            RecordActions.retry(row.record, visit)
            ActionForm(
                place: Place(segments + ["live"]),
                label: visit.of(fr: "Lire les deux outils maintenant", en: "Read both systems now")
            ).content(visit)
            a(.href(Place(segments + ["forget"]))) { visit.of(fr: "Effacer les valeurs…", en: "Erase the values…") }
        }
    }

    /// The company that it waits for, explained too.
    private func awaited(_ visit: Visit) -> HTML {
        guard let company = explanation.waitsFor else { return .none }
        return section(.class("card"), .aria("labelledby", "awaited")) {
            h2(.id("awaited")) { visit.of(fr: "Ce qu’elle attend", en: "What it waits for") }
            dl {
                dt { visit.of(fr: "Entreprise", en: "Company") }
                dd {
                    if let id = row.record.companyID {
                        a(.href(Place("records", Kind.company.rawValue, "\(id)"))) {
                            bdi { company.name?.clipped(to: .name) ?? visit.numbered(id) }
                        }
                    }
                }
                Self.why(company.state, company.reason, company.detail, visit)
            }
        }
    }

    /// State, why and remedy: of the record, or of the company that it waits for.
    private static func why(_ state: State, _ reason: Reason?, _ detail: String?, _ visit: Visit) -> HTML {
        let language = visit.language
        var rows = [
            dt { visit.of(fr: "État", en: "State") }, dd { StateTag.of(state, language) },
            dt { visit.of(fr: "Pourquoi", en: "Why") }, dd { reason?.why(language, detail: detail) ?? language.why(state) },
        ]
        if let reason {
            rows += [dt { visit.of(fr: "Que faire", en: "Remedy") }, dd { reason.remedy(language, detail: detail) }]
        }
        return .group(rows)
    }

    private func warnings(_ visit: Visit) -> HTML {
        guard !explanation.warnings.isEmpty else { return .none }
        return section(.class("card verdict uneasy"), .aria("labelledby", "warnings")) {
            h2(.id("warnings")) { visit.of(fr: "À savoir", en: "Warnings") }
            for warning in explanation.warnings { p { warning.sentence(visit.language) } }
        }
    }
}
