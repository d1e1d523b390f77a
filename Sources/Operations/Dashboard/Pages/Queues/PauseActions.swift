import Database
import Domain
import Oversight

/// Pauses a kind for the whole fleet, after asking, and resumes it.
enum PauseActions {
    static func add(to routes: Site.Routes, of site: Site) {
        site.show("/queues/:kind/pause", in: routes) { site, visit throws(PageFault) in
            let kind = try visit.kind
            let page = try await QueuesPage.read(site)
            return confirmation(kind, page.backlogs[kind]?.unanswered ?? 0, visit).view(visit, .queues)
        }
        site.act("/queues/:kind/pause", in: routes) { site, visit throws(PageFault) in
            let kind = try visit.kind
            let changed = try await showing { () async throws(OperatorFailure) in try await site.person(visit).pause(kind) }
            return (Entry.queues.place, Notice(changed ? .paused : .alreadySo))
        }
        site.act("/queues/:kind/resume", in: routes) { site, visit throws(PageFault) in
            let kind = try visit.kind
            let changed = try await showing { () async throws(OperatorFailure) in try await site.person(visit).resume(kind) }
            return (Entry.queues.place, Notice(changed ? .resumed : .alreadySo))
        }
    }

    private static func confirmation(_ kind: Kind, _ count: Int, _ visit: Visit) -> Confirmation {
        let name = kind.name(visit.language)
        let records = visit.count(count, fr: ("fiche à traiter attendra", "fiches à traiter attendront"), en: ("record to do will wait", "records to do will wait"))
        return Confirmation(
            title: visit.of(fr: "Mettre en pause", en: "Pause"),
            question: visit.of(
                fr: "Mettre en pause le type « \(name) » pour toute la flotte ? \(records), ainsi que tout changement à venir ; rien n’est perdu. Ce qu’un worker a commencé, il le finit.",
                en: "Pause the kind “\(name)” for the whole fleet? \(records), and every change to come; nothing is lost. What a worker has begun it finishes."),
            action: ActionForm(
                place: Place("queues", kind.rawValue, "pause"), label: visit.of(fr: "Mettre en pause", en: "Pause"), style: "main"),
            back: Entry.queues.place)
    }
}
