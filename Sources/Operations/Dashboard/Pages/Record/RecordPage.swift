import Database
import Domain
import Oversight

/// One record: where it stands and why, both sides as last synced, what was done with it.
struct RecordPage: Sendable {
    var row: ReadRecord.Row
    var explanation: Explanation
    /// What the two systems hold at this moment, once somebody asked.
    var live: LiveSides?

    static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> RecordPage {
        let (kind, pair) = try visit.pair
        let row = try await site.ask { (database) async throws(DatabaseError) in
            try await database.first(ReadRecord(pair, kind: kind))
        }
        let explanation = try await showing { () async throws(OperatorFailure) in
            try await Explanation.read(pair, from: site.database)
        }
        guard let row, let explanation else { throw .notFound }
        return RecordPage(row: row, explanation: explanation)
    }

    static func add(to routes: Site.Routes, of site: Site) {
        site.show("/records/:kind/:pair", in: routes) { site, visit throws(PageFault) in try await read(site, visit).view(visit) }
        // A form, because it costs a call to HubSpot: no refresh and no prefetch makes it.
        site.answer("/records/:kind/:pair/live", in: routes) { site, visit throws(PageFault) in
            var page = try await read(site, visit)
            page.live = try await site.look(page, visit)
            return .view(page.view(visit))
        }
        site.show("/records/:kind/:pair/live", in: routes) { site, visit throws(PageFault) in try await read(site, visit).view(visit) }
    }
}

extension Site {
    fileprivate func look(_ page: RecordPage, _ visit: Visit) async throws(PageFault) -> LiveSides {
        let record = page.row.record
        let snapshot = page.row.snapshot
        guard let live else { throw .notFound }
        return try await showing { () async throws(OperatorFailure) in
            try await live(record.kind, record.hubspotID, record.artisID, snapshot, visit.language)
        }
    }
}
