import Database
import Domain
import HTTP
import Oversight

/// The records of a filter, a page of rows at a time.
struct RecordList {
    let filter: StandingFilter
    var pageSize = 500

    func show(on desk: Desk, json: Bool) async throws(ConsoleFailure) {
        var after: PairID?
        var count = 0
        repeat {
            let statement = ListStandings(filter, after: after, limit: pageSize)
            let rows = try await ask { () async throws(DatabaseError) in try await desk.database.run(statement) }
            if json {
                for row in rows { desk.screen.show(row.json) }
            } else if !rows.isEmpty {
                // Each page is a table of its own: as wide as what it holds.
                for line in Self.table(rows, desk.screen.language, desk.screen.clock).lines(
                    colours: desk.screen.colours)
                {
                    desk.screen.write(line)
                }
            }
            count += rows.count
            after = rows.count == pageSize ? rows.last?.id : nil
        } while after != nil
        if !json, count == 0 {
            desk.screen.line(Words(desk.screen.language.of(fr: "Aucune fiche.", en: "No records."), .aside))
        }
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
