import Domain
import HubSpot
import Testing

@testable import Ingest

/// A HubSpot of numbers: records with a modified date, searched as the window asks, with the cap of 10,000.
private struct Shelf {
    typealias Record = (id: Int64, modified: Int64)

    var records: [Record]

    /// Walks the windows to their end; the ids seen, and how many searches that took.
    func walk(from moment: Int64) throws -> (seen: Set<Int64>, searches: Int) {
        var window = PollWindow(from: Instant(milliseconds: moment))
        var seen: Set<Int64> = []
        var searches = 0
        while true {
            searches += 1
            try #require(searches < 1000, "the windows never end")
            let page = page(window)
            seen.formUnion(page.objects.compactMap { Int64($0.id.rawValue) })
            guard let next = window.next(after: page) else { return (seen, searches) }
            window = next
        }
    }

    private func page(_ window: PollWindow) -> HubSpotPage {
        let from = window.from.milliseconds
        let matching: [(id: Int64, modified: Int64)]
        if let walk = window.walk {
            matching = records.filter { $0.modified == from && $0.id > walk.lastID }.sorted { $0.id < $1.id }
        } else {
            matching = records.filter { $0.modified >= from }
                .sorted { $0.modified == $1.modified ? $0.id < $1.id : $0.modified < $1.modified }
        }
        let offset = Int(window.after ?? "0") ?? 0
        precondition(offset + PollWindow.pageSize <= PollWindow.cap, "HubSpot answers 400 past its 10,000")
        let page = matching.dropFirst(offset).prefix(PollWindow.pageSize)
        let more = offset + page.count < matching.count
        return HubSpotPage(
            objects: page.map {
                HubSpotObject(id: ID(String($0.id)), modified: Instant(milliseconds: $0.modified))
            },
            total: matching.count, after: more ? String(offset + page.count) : nil)
    }
}

@Suite("Windows of the poller")
struct PollWindowTests {
    @Test("nothing new takes one search")
    func nothing() throws {
        #expect(try Shelf(records: [(1, 5)]).walk(from: 6).searches == 1)
    }

    @Test("more than 10,000 changes are all seen, below the cap")
    func many() throws {
        let records = (1...25_000).map { (id: Int64($0), modified: Int64(1000 + $0)) }
        let (seen, _) = try Shelf(records: records).walk(from: 0)
        #expect(seen.count == 25_000)
    }

    @Test("more than 10,000 records that share one instant are all seen, and what comes after them")
    func oneInstant() throws {
        var records = (1...12_345).map { (id: Int64($0), modified: Int64(5000)) }
        records.append((id: 99_999, modified: 5001))
        let (seen, _) = try Shelf(records: records).walk(from: 4000)
        #expect(seen.count == 12_346)
    }

    @Test("the instant may stand in the middle of others", arguments: [0, 9_900, 10_000, 10_100])
    func middle(before: Int) throws {
        var records: [Shelf.Record] = []
        for number in 0..<Int64(before) { records.append((id: number + 1, modified: 1000 + number / 10)) }
        for number in 0..<Int64(15_000) { records.append((id: 100_000 + number, modified: 5000)) }
        for number in 0..<Int64(300) { records.append((id: 200_000 + number, modified: 6000 + number)) }
        let (seen, _) = try Shelf(records: records).walk(from: 0)
        #expect(seen.count == records.count)
    }
}
