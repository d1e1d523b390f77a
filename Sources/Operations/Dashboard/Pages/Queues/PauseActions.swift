import Database
import Domain
import Oversight

/// Pauses a kind for the whole fleet, and resumes it; each after asking, for either touches every record of the kind.
enum PauseActions {
    static func add(to routes: Site.Routes, of site: Site) {
        site.show("/queues/:kind/pause", in: routes) { site, visit throws(PageFault) in
            let (kind, count) = try await unanswered(site, visit)
            let records = visit.count(
                count, fr: ("fiche à traiter attendra", "fiches à traiter attendront"), en: ("record to do will wait", "records to do will wait"))
            return confirmation(
                kind, "pause", visit.of(fr: "Mettre en pause", en: "Pause"),
                visit.of(
                    fr: "Mettre en pause le type « \(kind.name(.fr)) » pour toute la flotte ? \(records), ainsi que tout changement à venir ; rien n’est perdu. Ce qu’un programme a commencé, il le finit.",
                    en: "Pause the kind “\(kind.name(.en))” for the whole fleet? \(records), and every change to come; nothing is lost. What a worker has begun it finishes.")
            ).view(visit, .queues)
        }
        site.act("/queues/:kind/pause", in: routes) { site, visit throws(PageFault) in
            let kind = try visit.kind
            let changed = try await showing { () async throws(OperatorFailure) in try await site.person(visit).pause(kind) }
            return (Entry.queues.place, Notice(changed ? .paused : .alreadySo))
        }
        site.show("/queues/:kind/resume", in: routes) { site, visit throws(PageFault) in
            let (kind, count) = try await unanswered(site, visit)
            let records = visit.count(
                count, fr: ("fiche à traiter part", "fiches à traiter partent"), en: ("record to do goes", "records to do go"))
            let follows = count == 0 ? "" : visit.of(fr: " \(records) aussitôt.", en: " \(records) at once.")
            return confirmation(
                kind, "resume", visit.of(fr: "Reprendre", en: "Resume"),
                visit.of(
                    fr: "Reprendre le type « \(kind.name(.fr)) » pour toute la flotte ?" + follows,
                    en: "Resume the kind “\(kind.name(.en))” for the whole fleet?" + follows)
            ).view(visit, .queues)
        }
        site.act("/queues/:kind/resume", in: routes) { site, visit throws(PageFault) in
            let kind = try visit.kind
            let changed = try await showing { () async throws(OperatorFailure) in try await site.person(visit).resume(kind) }
            return (Entry.queues.place, Notice(changed ? .resumed : .alreadySo))
        }
    }

    /// How many records of the kind the switch is about.
    private static func unanswered(_ site: Site, _ visit: Visit) async throws(PageFault) -> (Kind, Int) {
        let kind = try visit.kind
        return (kind, try await QueuesPage.read(site).backlogs[kind]?.unanswered ?? 0)
    }

    private static func confirmation(_ kind: Kind, _ word: String, _ label: String, _ question: String) -> Confirmation {
        Confirmation(
            title: label, question: .text(question),
            action: ActionForm(place: Place("queues", kind.rawValue, word), label: label, style: "main"), back: Entry.queues.place)
    }
}
