import Database
import Domain
import Oversight

/// What can be done with one record.
enum RecordActions {
    /// - Returns: nothing for a record that needs no retry.
    static func retry(_ record: RecordRow, _ visit: Visit) -> HTML {
        guard RetryPairs.states.contains(record.state) else { return .none }
        return ActionForm(
            place: Place("records", record.kind.rawValue, "\(record.id)", "retry"),
            label: visit.of(fr: "Réessayer", en: "Retry"), about: record.called(visit.language)
        ).content(visit)
    }

    static func add(to routes: Site.Routes, of site: Site) {
        site.act("/records/:kind/:pair/retry", in: routes) { site, visit throws(PageFault) in
            let (_, pair) = try visit.pair
            let outcome = try await showing { () async throws(OperatorFailure) in
                try await site.person(visit).retry(pair)
            }
            let notice: Notice =
                switch outcome {
                case .queued: Notice(.retried)
                case .notNeeded: Notice(.nothingToRetry)
                case .unknown: Notice(.gone)
                }
            return (visit.back ?? .overview, notice)
        }
        site.show("/records/:kind/:pair/forget", in: routes) { site, visit throws(PageFault) in
            let record = try await RecordPage.read(site, visit)
            return Confirmation(
                title: visit.of(fr: "Effacer les valeurs", en: "Erase the values"),
                question: .group([
                    .text(visit.of(fr: "Effacer ce que Passerelle détient de « ", en: "Erase what Passerelle holds of “")),
                    bdi { record.row.record.called(visit.language) },
                    .text(
                        visit.of(
                            fr: " » : valeurs, conflits, SIRET ? Rien n’est écrit dans les deux outils, et la synchronisation continue : supprimez-y d’abord la fiche.",
                            en: "”: values, conflicts, SIRET? Neither system is written to, and the sync goes on: delete the record there first.")),
                ]),
                action: ActionForm(place: visit.here, label: visit.of(fr: "Effacer", en: "Erase"), style: "bad"),
                back: record.row.record.place
            ).view(visit, .records)
        }
        site.act("/records/:kind/:pair/forget", in: routes) { site, visit throws(PageFault) in
            let record = try await RecordPage.read(site, visit).row.record
            let name: RecordName
            if let id = record.hubspotID {
                name = RecordName(kinds: [record.kind], system: .hubspot, id: id.rawValue)
            } else if let id = record.artisID {
                name = RecordName(kinds: [record.kind], system: .artis, id: id.rawValue)
            } else {
                throw PageFault.notFound
            }
            let erased = try await showing { () async throws(OperatorFailure) in try await site.person(visit).forget(name) }
            return (record.place, Notice(erased ? .forgotten : .nothingHeld))
        }
    }
}
