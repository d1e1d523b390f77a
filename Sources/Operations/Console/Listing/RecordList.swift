import Database
import Domain
import HTTP
import Oversight

/// The records of a filter, a page of rows at a time.
struct RecordList {
    let filter: StandingFilter
    /// From where, and at most how many.
    var after: PairID?
    var limit: Int?
    var pageSize = 500

    func show(on desk: Desk, json: Bool) async throws(ConsoleFailure) {
        let most = limit ?? (json ? Int.max : PageOptions.forPeople)
        var (place, count, isEnd) = (after, 0, false)
        while !isEnd, count < most {
            let statement = ListStandings(filter, after: place, limit: min(pageSize, most - count))
            let rows = try await ask { () async throws(DatabaseError) in try await desk.database.run(statement) }
            show(rows, on: desk.screen, json: json)
            count += rows.count
            place = rows.last?.id ?? place
            isEnd = rows.count < statement.limit
        }
        if !json { end(count, isEnd ? nil : place, on: desk.screen) }
    }

    private func show(_ rows: [StandingRow], on screen: Screen, json: Bool) {
        if json { return rows.forEach { screen.show($0.json) } }
        if rows.isEmpty { return }
        // Each page is a table of its own: as wide as what it holds.
        Self.table(rows, screen.language, screen.clock).lines(colours: screen.colours).forEach(screen.write)
    }

    private func end(_ count: Int, _ place: PairID?, on screen: Screen) {
        let language = screen.language
        if count == 0 { screen.line(Words(language.of(fr: "Aucune fiche.", en: "No records."), .aside)) }
        guard let place else { return }
        screen.line(
            Words(
                language.of(
                    fr: "Il y en a peut-être d’autres : ajoutez --after \(place), ou --limit.",
                    en: "There may be more: add --after \(place), or --limit."), .aside))
    }

    static func table(_ rows: [StandingRow], _ language: Language, _ clock: Clockface) -> Table {
        Table(
            [
                language.of(fr: "fiche", en: "record"), "HubSpot", "artis.net", language.of(fr: "état", en: "state"),
                language.of(fr: "depuis", en: "since"), language.of(fr: "pourquoi", en: "why"),
            ],
            rows: rows.map { row in
                [
                    Words(row.kind.name(language)), Words(row.hubspotID?.rawValue ?? "–"),
                    Words(row.artisID?.rawValue ?? "–"), Words(row.state.name(language), Tint(row.state)),
                    Words(clock.text(row.since), .aside), Words(row.reason?.why(language, detail: row.detail) ?? ""),
                ]
            })
    }
}

extension RecordList {
    init(filter: StandingFilter, page: PageOptions) {
        self.init(filter: filter, after: page.after.map { PairID($0) }, limit: page.limit)
    }
}

extension StandingRow {
    /// What `list --json` prints, one a line:
    ///
    ///     {"kind", "hubspot_id", "artis_id", "state", "reason", "detail", "since", "warnings": ["CODE", …],
    ///      "attempts": n, "next_attempt_at"}
    ///
    /// Every key is always there; what is not known is null.
    var json: JSON {
        [
            "kind": .of(kind), "hubspot_id": .of(hubspotID), "artis_id": .of(artisID), "state": .of(state),
            "reason": .of(reason), "detail": .of(detail), "since": .of(since),
            "warnings": .array(warnings.map { .of($0.code) }), "attempts": .of(attempts),
            "next_attempt_at": .of(nextAttemptAt),
        ]
    }
}
