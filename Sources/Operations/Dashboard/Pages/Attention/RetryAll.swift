import Database
import Domain
import Oversight

/// Has every record of a filter tried again, after asking.
enum RetryAll {
    static func add(to routes: Site.Routes, of site: Site) {
        site.show("/attention/retry", in: routes) { site, visit throws(PageFault) in
            let filter = visit.filter(visit.query)
            guard !filter.isEmpty else { throw .notFound }
            let count = try await showing { () async throws(OperatorFailure) in
                try await site.person(visit).retryable(filter)
            }
            return confirmation(filter, count, visit).view(visit, .attention)
        }
        site.act("/attention/retry", in: routes) { site, visit throws(PageFault) in
            let filter = visit.filter(visit.form)
            guard !filter.isEmpty else { throw .badForm }
            let count = try await showing { () async throws(OperatorFailure) in try await site.person(visit).retry(filter) }
            return (Entry.attention.place, count > 0 ? Notice(.retried, count) : Notice(.nothingToRetry))
        }
    }

    private static func confirmation(_ filter: StandingFilter, _ count: Int, _ visit: Visit) -> Confirmation {
        let records = visit.count(count, fr: ("fiche", "fiches"), en: ("record", "records"))
        return Confirmation(
            title: visit.of(fr: "Réessayer", en: "Retry"),
            question: .text(
                visit.of(
                    fr: "Réessayer \(records) : \(filter.words(.fr)) ?",
                    en: "Try \(records) again: \(filter.words(.en))?")),
            action: ActionForm(
                place: Place("attention", "retry"), label: visit.of(fr: "Réessayer", en: "Retry"), style: "main",
                fields: filter.query.compactMap { name, value in value.map { (name, $0) } }),
            back: Entry.attention.place)
    }
}
