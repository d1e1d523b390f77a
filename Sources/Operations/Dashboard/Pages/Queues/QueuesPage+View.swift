import Database
import Domain
import Messaging
import Oversight

extension QueuesPage {
    func view(_ visit: Visit) -> View {
        View(Entry.queues.name(visit.language), .queues) {
            h1 { Entry.queues.name(visit.language) }
            for failure in [board.failure, board.managementFailure].compactMap({ $0 }) {
                p(.class("notice")) { failure.sentence(visit.language) }
            }
            for alarm in board.alarms ?? [] { p(.class("notice")) { sentence(alarm, visit) } }
            section(.class("card"), .aria("labelledby", "kinds")) {
                h2(.id("kinds")) { visit.of(fr: "Par type de fiche", en: "By kind of record") }
                kinds(visit)
            }
            section(.class("card"), .aria("labelledby", "queues")) {
                h2(.id("queues")) { visit.of(fr: "Chez RabbitMQ", en: "At RabbitMQ") }
                if board.figures.isEmpty { p { visit.of(fr: "Aucune file n’a été déclarée.", en: "No queue was declared yet.") } } else { queues(visit) }
                if board.alarms == nil, board.managementFailure == nil {
                    p(.class("soft")) {
                        visit.of(
                            fr: "Les débits des files et les alertes demandent AMQP_MANAGEMENT_URL ; sans elle, « en main » vient des programmes eux-mêmes, et le débit est ce qui a été reporté, ci-dessus.",
                            en: "Rates of queues and alarms take AMQP_MANAGEMENT_URL; without it, “under way” is what workers say themselves, and the rate is what was carried, above.")
                    }
                }
            }
        }
    }

    private func sentence(_ alarm: BrokerAlarm, _ visit: Visit) -> String {
        switch alarm.want {
        case .memory:
            visit.of(
                fr: "RabbitMQ manque de mémoire (\(alarm.node)) et n’accepte plus de messages : donnez-lui-en davantage, ou relevez vm_memory_high_watermark.",
                en: "RabbitMQ is short of memory (\(alarm.node)) and takes no messages: give it more, or raise vm_memory_high_watermark.")
        case .disk:
            visit.of(
                fr: "RabbitMQ manque de place sur le disque (\(alarm.node)) et n’accepte plus de messages : libérez-en.",
                en: "RabbitMQ is short of disk space (\(alarm.node)) and takes no messages: free some.")
        }
    }

    private func kinds(_ visit: Visit) -> HTML {
        Grid(
            [
                .init(title: visit.of(fr: "Type", en: "Kind")),
                .init(title: visit.of(fr: "À traiter", en: "To do"), isNumber: true),
                .init(title: visit.of(fr: "En file ou en main depuis", en: "Queued or under way since")),
                .init(title: visit.of(fr: "À publier, direct", en: "To publish, live"), isNumber: true),
                .init(title: visit.of(fr: "À publier, rattrapage", en: "To publish, backfill"), isNumber: true),
                .init(title: visit.of(fr: "Reporté en une minute", en: "Carried in a minute"), isNumber: true),
                .init(title: visit.of(fr: "Service", en: "Work")), .init(title: visit.of(fr: "Action", en: "Action")),
            ],
            rows: Kind.allCases.map { kind in
                let backlog = backlogs[kind]
                return Grid.Row(
                    id: "k-\(kind.rawValue)",
                    cells: [
                        .text(kind.name(visit.language)), .text(visit.number(backlog?.unanswered ?? 0)),
                        backlog?.oldest.map(visit.since) ?? .text("–"), unpublished(backlog?.live, visit),
                        unpublished(backlog?.backfill, visit), .text(visit.number(carried[kind] ?? 0)), work(kind, visit),
                        action(kind, visit),
                    ])
            }
        ).content
    }

    /// How many, and how long the oldest has been due.
    private func unpublished(_ hints: ReadBacklogs.Unpublished?, _ visit: Visit) -> HTML {
        let number = HTML.text(visit.number(hints?.count ?? 0))
        guard let oldest = hints?.oldest else { return number }
        return .group([number, .text(" "), small { visit.age(of: oldest) }])
    }

    private func work(_ kind: Kind, _ visit: Visit) -> HTML {
        guard let pause = paused[kind] else { return StateTag.tag(visit.of(fr: "en service", en: "working"), "good") }
        return .group([
            StateTag.tag(visit.of(fr: "en pause", en: "paused"), "uneasy"), .text(" "),
            small { bdi { pause.by }; " · "; visit.moment(pause.at) },
        ])
    }

    private func action(_ kind: Kind, _ visit: Visit) -> HTML {
        let (word, label) = paused[kind] == nil
            ? ("pause", visit.of(fr: "Mettre en pause", en: "Pause")) : ("resume", visit.of(fr: "Reprendre", en: "Resume"))
        return a(.href(Place("queues", kind.rawValue, word)), .aria("label", visit.labelled(label, kind.name(visit.language)))) {
            "\(label)…"
        }
    }

    /// Rates only where the broker tells any.
    private func queues(_ visit: Visit) -> HTML {
        let hasRates = !board.managed.isEmpty
        var columns: [Grid.Column] = [
            .init(title: visit.of(fr: "File", en: "Queue")),
            .init(title: visit.of(fr: "En attente", en: "Ready"), isNumber: true),
            .init(title: visit.of(fr: "En main", en: "Under way"), isNumber: true),
            .init(title: visit.of(fr: "Lecteurs", en: "Consumers"), isNumber: true),
        ]
        if hasRates {
            columns += [
                .init(title: visit.of(fr: "Entrées/s", en: "In/s"), isNumber: true),
                .init(title: visit.of(fr: "Sorties/s", en: "Out/s"), isNumber: true),
            ]
        }
        return Grid(
            columns,
            rows: board.figures.sorted { $0.key < $1.key }.map { name, figures in
                let managed = board.managed[name]
                let rates = hasRates ? [managed?.comingIn, managed?.goingOut] : []
                return Grid.Row(
                    id: "q-\(name)",
                    cells: [
                        .text(name), .text(visit.number(figures.ready)), .text(visit.number(figures.unacked)),
                        figures.consumers == 0 && !name.hasSuffix(".dead")
                            ? StateTag.tag("0", "bad") : .text(visit.number(figures.consumers)),
                    ] + rates.map { .text($0.map(visit.decimal) ?? "–") })
            }
        ).content
    }
}
