import Database
import Domain
import HTTP
import Oversight

/// Dead letters as an operator goes through them.
struct DeadLetters {
    let desk: Desk
    private var screen: Screen { desk.screen }
    private var language: Language { desk.screen.language }

    init(desk: Desk) { self.desk = desk }

    func list(
        _ filter: DeadLetterFilter, after: Int64 = 0, limit: Int? = nil, json: Bool
    ) async throws(ConsoleFailure) {
        let most = limit ?? (json ? Int.max : PageOptions.forPeople)
        var (place, count, isEnd) = (after, 0, false)
        while !isEnd, count < most {
            let page = ListDeadLetters(filter, after: place, limit: min(500, most - count), bytes: json ? nil : 0)
            let letters = try await ask { () async throws(DatabaseError) in try await desk.database.run(page) }
            if json {
                letters.forEach { screen.show($0.json) }
            } else if !letters.isEmpty {
                Self.table(letters, language, screen.clock).lines(colours: screen.colours).forEach(screen.write)
            }
            count += letters.count
            place = letters.last?.id ?? place
            isEnd = letters.count < page.limit
        }
        if json { return }
        if count == 0 { screen.line(Words(language.of(fr: "Aucun message écarté.", en: "No dead letters."), .aside)) }
        if isEnd { return }
        screen.line(
            Words(
                language.of(
                    fr: "Il y en a peut-être d’autres : ajoutez --after \(place), ou --limit.",
                    en: "There may be more: add --after \(place), or --limit."), .aside))
    }

    func show(_ ids: [Int64], json: Bool) async throws(ConsoleFailure) {
        let letters = try await desk.person.deadLetters(DeadLetterFilter(ids: ids))
        for letter in letters {
            if json { screen.show(letter.json) } else { screen.show(letter.page(language, screen.clock)) }
        }
        let missing = Set(ids).subtracting(letters.map(\.id)).sorted()
        if !missing.isEmpty { throw .notFound(none(missing)) }
    }

    func discard(_ filter: DeadLetterFilter, sure: Bool, json: Bool = false) async throws(ConsoleFailure) {
        let ids = try await desk.person.deadLetterIDs(filter)
        let missing = Set(filter.ids ?? []).subtracting(ids).sorted()
        if !missing.isEmpty { throw .notFound(none(missing)) }
        if ids.count > 1 {
            let what = language.of(
                fr: "\(ids.count) messages seraient jetés", en: "\(ids.count) letters would be thrown away")
            try Confirmation.askForMany(what, sure: sure, at: desk)
        }
        let count = try await desk.person.discard(ids)
        if json { return screen.show(["discarded": .of(count)]) }
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
                    Words(clock.text(letter.firstDeath), .aside), Words(letter.why(language), .bad),
                ]
            })
    }
}
