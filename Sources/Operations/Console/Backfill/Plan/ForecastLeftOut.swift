import Database
import Domain
import HubSpot
import Oversight

/// Companies that meet one of the two conditions of R8 alone. Those whose sync has begun are none of them: it goes on,
/// whatever becomes of stage and box (R11).
struct ForecastLeftOut {
    let forecast: Forecast
    /// R8: the parameter of artis.
    let stage: String
    let since: Instant?

    /// - Parameters:
    ///   - meeting: how many meet both.
    ///   - show: told after each page.
    func line(meeting: Int, _ show: () -> Void) async throws -> PlanLine {
        let hasBegun = try await ask { () async throws(DatabaseError) in
            try await forecast.database.first(HasLatched(.company)) ?? false
        }
        var line = PlanLine()
        for (search, reason) in [(search(), Reason.lifecycleNotReached), (search(stage), .syncNotRequested)] {
            // On the first day, two calls tell it; later only the records themselves do.
            let count = hasBegun ? try await unlatched(search, show) : try await total(search) - meeting
            if count > 0 { line.leftOut[reason] = count }
        }
        return line
    }

    /// - Parameter stage: nil for companies of any stage whose box is ticked.
    private func search(_ stage: String? = nil) -> BackfillSearch {
        BackfillSearch(
            kind: .company, isTicked: stage == nil, stage: stage, since: since,
            further: [HubSpotName.box, HubSpotName.lifecycleStage])
    }

    private func total(_ search: BackfillSearch) async throws -> Int {
        var query = search.query(after: 0)
        query.limit = 1
        return try await page(query).total
    }

    private func unlatched(_ search: BackfillSearch, _ show: () -> Void) async throws -> Int {
        var (count, last, isLast) = (0, Int64(0), false)
        while !isLast {
            let objects = try await page(search.query(after: last)).objects
            let alone = objects.filter { $0.properties[HubSpotName.lifecycleStage] != stage || !$0.isTicked }.map(\.id)
            let known = try await ask { () async throws(DatabaseError) in
                try await forecast.database.run(FindPairs(kind: .company, hubspotIDs: alone))
            }
            count += alone.count - known.count(where: \.isLatched)
            last = objects.compactMap { Int64($0.id.rawValue) }.max() ?? last
            isLast = objects.count < BackfillSearch.pageSize
            show()
        }
        return count
    }

    private func page(_ query: HubSpotSearch) async throws -> HubSpotPage {
        try await forecast.pacing.run { () async throws(HubSpotFailure) in
            try await forecast.hubspot.search(.company, query, for: Forecast.call)
        }
    }
}
