import Database
import Domain
import Oversight

/// Dead letters as an operator goes through them.
struct DeadLetters {
    let desk: Desk
    private var screen: Screen { desk.screen }
    private var language: Language { desk.screen.language }

    init(desk: Desk) { self.desk = desk }

    func list(_ filter: DeadLetterFilter, json: Bool) async throws(ConsoleFailure) {
        let letters = try await desk.person.deadLetters(filter)
        if json { return letters.forEach { screen.show($0.json) } }
        if letters.isEmpty {
            return screen.line(Words(language.of(fr: "Aucun message écarté.", en: "No dead letters."), .aside))
        }
        Self.table(letters, language, screen.clock).lines(colours: screen.colours).forEach(screen.write)
    }

    func show(_ ids: [Int64], json: Bool) async throws(ConsoleFailure) {
        let letters = try await desk.person.deadLetters(DeadLetterFilter(ids: ids))
        for letter in letters {
            if json { screen.show(letter.json) } else { screen.show(letter.page(language, screen.clock)) }
        }
        let missing = Set(ids).subtracting(letters.map(\.id)).sorted()
        if !missing.isEmpty { throw .notFound(none(missing)) }
    }

    func discard(_ filter: DeadLetterFilter, sure: Bool) async throws(ConsoleFailure) {
        let ids = try await desk.person.deadLetters(filter).map(\.id)
        let missing = Set(filter.ids ?? []).subtracting(ids).sorted()
        if !missing.isEmpty { throw .notFound(none(missing)) }
        guard sure || ids.count < 2 else {
            throw .refused(
                language.of(
                    fr: "\(ids.count) messages seraient jetés : ajoutez --yes",
                    en: "\(ids.count) letters would be thrown away: add --yes"))
        }
        let count = try await desk.person.discard(ids)
        screen.line(Words(language.of(fr: "\(count) message(s) jeté(s).", en: "\(count) letter(s) thrown away.")))
    }

    private func none(_ ids: [Int64]) -> String {
        let ids = ids.map(String.init).joined(separator: ", ")
        return language.of(fr: "aucun message écarté \(ids)", en: "no dead letter \(ids)")
    }

    static func table(_ letters: [DeadLetterRow], _ language: Language, _ clock: Clockface) -> Table {
        Table(
            [
                "id", language.of(fr: "file", en: "queue"), language.of(fr: "fiche", en: "record"),
                language.of(fr: "morts", en: "deaths"), language.of(fr: "première", en: "first"),
                language.of(fr: "raison", en: "reason"),
            ], sides: [.right, .left, .left, .right],
            rows: letters.map { letter in
                [
                    Words("\(letter.id)"), Words(letter.queue), Words(letter.record(language)),
                    Words("\(letter.deaths)"),
                    Words(clock.text(letter.firstDeath), .aside), Words(letter.reason, .bad),
                ]
            })
    }
}
