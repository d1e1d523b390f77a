import Database
import Domain
import Oversight
import Runtime

extension Overview {
    /// What is not as it should be, the worst first.
    func concerns(_ visit: Visit) -> [Concern] {
        (systems(visit) + programs(visit) + records(visit) + limits(visit)).sorted { $0.weight > $1.weight }
    }

    private func systems(_ visit: Visit) -> [Concern] {
        var concerns = breakers.compactMap { breaker in
            breaker.openedAt.map { since in
                let name = breaker.system.name
                return Concern(
                    weight: .bad,
                    text: visit.of(fr: "\(name) ne répond pas depuis le ", en: "\(name) has not answered since ")
                        + visit.clock(since) + (breaker.cause.map { " (\(Glossary.text($0, visit.language)))" } ?? ""))
            }
        }
        if let unread = visit.language.unread(report.unread) { concerns.append(Concern(weight: .bad, text: unread)) }
        if let failure = board.failure {
            concerns.append(Concern(weight: .bad, text: failure.sentence(visit.language), place: Entry.queues.place))
        }
        if let alarms = board.alarms, !alarms.isEmpty {
            concerns.append(
                Concern(
                    weight: .bad, text: visit.of(fr: "RabbitMQ n’accepte plus de messages.", en: "RabbitMQ takes no messages."),
                    place: Entry.queues.place))
        }
        return concerns
    }

    /// Each program runs at least once.
    private func programs(_ visit: Visit) -> [Concern] {
        let alive = Set(workers.filter { visit.now - $0.seenAt <= WorkersPage.silence }.map(\.program))
        let needed = ["ingest"] + WorkerRole.allCases.map { "\($0.rawValue)-worker" }
        let missing = needed.filter { !alive.contains($0) }
        guard !missing.isEmpty else { return [] }
        return [
            Concern(
                weight: .bad,
                text: visit.of(fr: "Ne tournent pas : ", en: "Not running: ") + missing.joined(separator: ", "),
                place: Entry.workers.place)
        ]
    }

    private func records(_ visit: Visit) -> [Concern] {
        var concerns: [Concern] = []
        func add(_ count: Int, _ weight: Concern.Weight, _ place: Place, fr french: (String, String), en english: (String, String)) {
            guard count > 0 else { return }
            concerns.append(Concern(weight: weight, text: visit.count(count, fr: french, en: english), place: place))
        }
        add(total(.failed), .bad, Entry.attention.place, fr: ("fiche en échec", "fiches en échec"), en: ("record has failed", "records have failed"))
        add(total(.blocked), .uneasy, Entry.attention.place, fr: ("fiche bloquée : quelqu’un doit agir", "fiches bloquées : quelqu’un doit agir"),
            en: ("record is blocked: someone must act", "records are blocked: someone must act"))
        add(report.backlog.dead, .bad, Entry.dead.place, fr: ("message écarté", "messages écartés"), en: ("dead letter", "dead letters"))
        add(
            report.backlog.repairs, .uneasy, RepairsPage.place, fr: ("réparation : signalez-la, c’est un défaut de Passerelle", "réparations : signalez-les, chacune est un défaut de Passerelle"),
            en: ("repair: report it, it is a fault of Passerelle", "repairs: report them, each is a fault of Passerelle"))
        for pause in report.paused {
            concerns.append(
                Concern(
                    weight: .uneasy,
                    text: visit.of(fr: "En pause : ", en: "Paused: ") + pause.kind.name(visit.language)
                        + visit.of(fr: ", par ", en: ", by ") + pause.by, place: Entry.queues.place))
        }
        if let oldest = report.oldestPending, visit.now - oldest.oldest > .seconds(600) {
            concerns.append(
                Concern(
                    weight: .uneasy,
                    text: visit.of(fr: "Le travail le plus ancien attend depuis ", en: "The oldest work has waited for ")
                        + visit.length(visit.now - oldest.oldest) + " (\(oldest.kind.name(visit.language)))",
                    place: Entry.queues.place))
        }
        return concerns
    }

    private func limits(_ visit: Visit) -> [Concern] {
        var concerns: [Concern] = []
        if let until = quota?.closedUntil {
            concerns.append(
                Concern(
                    weight: .bad,
                    text: visit.of(fr: "Plus d’appels à HubSpot avant le ", en: "No calls to HubSpot before ") + visit.clock(until),
                    place: Entry.limiter.place))
        }
        if let warning = report.delay?.warning {
            concerns.append(Concern(weight: .uneasy, text: visit.language.sentence(warning), place: Entry.limiter.place))
        }
        return concerns
    }
}
