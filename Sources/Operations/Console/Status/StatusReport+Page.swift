import Database
import Domain
import Oversight
import Runtime

extension StatusReport {
    func page(_ language: Language, _ clock: Clockface) -> Page {
        var page = Page()
        page.line(
            isIdle
                ? Words(language.of(fr: "Tout est traité.", en: "Everything is done."), .good)
                : Words(language.of(fr: "Du travail est en cours.", en: "Work is under way."), .uneasy))
        page.heading(language.of(fr: "Fiches", en: "Records"))
        page.table(pairTable(language))
        if let oldest = oldestPending {
            page.line(
                Words(
                    language.of(fr: "Travail le plus ancien : ", en: "Oldest work: ")
                        + "\(oldest.kind.name(language)), \(clock.text(oldest.oldest))", .aside))
        }
        page.heading(language.of(fr: "Files d’attente", en: "Queues"))
        page.table(queueTable(language))
        page.heading("HubSpot")
        page.table(limitTable(language))
        page.line(Words(callLine(language)))
        for line in remarks(language, clock) { page.line(line) }
        return page
    }

    /// Kinds down, states across; a state that no pair stands in is left out.
    private func pairTable(_ language: Language) -> Table {
        let states = State.allCases.filter { state in pairs.contains { $0.state == state } || state == .synced }
        var table = Table(
            [""] + states.map { $0.name(language) }, sides: [.left] + states.map { _ in .right })
        table.rows = Kind.allCases.map { kind in
            [Words(kind.name(language))]
                + states.map { state in
                    let count = count(kind, state)
                    return count == 0 ? Words("·", .aside) : Words("\(count)", Tint(state))
                }
        }
        return table
    }

    private func queueTable(_ language: Language) -> Table {
        Table(
            [
                "", language.of(fr: "en attente", en: "ready"), language.of(fr: "en main", en: "under way"),
                language.of(fr: "lecteurs", en: "consumers"),
            ], sides: [.left, .right, .right, .right],
            rows: queues.sorted { $0.key < $1.key }.map { name, figures in
                [
                    Words(name), Words("\(figures.ready)"), Words("\(figures.unacked)"),
                    Words("\(figures.consumers)", figures.consumers == 0 ? .uneasy : nil),
                ]
            } + [[Words(language.of(fr: "à publier", en: "to publish")), Words("\(backlog.outbox)")]])
    }

    private func limitTable(_ language: Language) -> Table {
        Table(
            [
                language.of(fr: "limite", en: "limit"), language.of(fr: "espacement", en: "spacing"),
                language.of(fr: "prochain appel dans", en: "next call in"),
            ], sides: [.left, .right, .right],
            rows: limits.map { limit in
                [
                    Words(limit.name), Words(limit.spacing == .zero ? "–" : "\(limit.spacing.milliseconds) ms"),
                    Words("\(limit.nextIn.milliseconds) ms", limit.nextIn > .seconds(5) ? .uneasy : nil),
                ]
            })
    }

    private func callLine(_ language: Language) -> String {
        let purposes = calls.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        let total = calls.values.reduce(0, +)
        return language.of(fr: "Appels aujourd’hui : \(total)", en: "Calls today: \(total)")
            + (purposes.isEmpty ? "" : " (\(purposes.joined(separator: ", ")))")
    }

    /// What a person should look at.
    private func remarks(_ language: Language, _ clock: Clockface) -> [Words] {
        var remarks: [Words] = []
        if let unread = language.unread(unread) { remarks.append(Words(unread, .bad)) }
        if let warning = delay?.warning { remarks.append(Words(language.sentence(warning), .uneasy)) }
        for pause in paused {
            remarks.append(
                Words(
                    language.of(
                        fr: "En pause : \(pause.kind.name(language)) depuis \(clock.text(pause.at)), par \(pause.by)",
                        en: "Paused: \(pause.kind.name(language)) since \(clock.text(pause.at)), by \(pause.by)"),
                    .uneasy))
        }
        if backlog.dead > 0 {
            remarks.append(
                Words(
                    language.of(
                        fr: "Messages écartés : \(backlog.dead) (passerelle dead list)",
                        en: "Dead letters: \(backlog.dead) (passerelle dead list)"), .bad))
        }
        if backlog.repairs > 0 {
            remarks.append(
                Words(
                    language.of(
                        fr: "Réparations : \(backlog.repairs) ; signalez-les, chacune est un défaut de Passerelle",
                        en: "Repairs: \(backlog.repairs); report them, each is a fault of Passerelle"), .bad))
        }
        return remarks
    }
}
