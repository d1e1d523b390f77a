/// The pace of one system's calls, as it saw them arrive.
struct RateSummary: Sendable {
    var total = 0
    /// The largest number of calls, searches included, in any window of ten seconds.
    var largestIn10s = 0
    /// The same without searches, which HubSpot counts apart.
    var largestWithoutSearchesIn10s = 0
    var largestSearchesIn1s = 0
    /// Microseconds between the two nearest arrivals; nil below two calls.
    var smallestGap: Int?
    var gapsBelow = 0
    var answered429 = 0
    var byPath: [String: Int] = [:]

    /// - Parameter below: gaps shorter than this many microseconds are counted.
    init(_ calls: [CallRecord], below: Int) {
        let arrivals = calls.map(\.arrivedAt).sorted()
        total = calls.count
        largestIn10s = Self.largest(arrivals, window: 10_000_000)
        largestWithoutSearchesIn10s = Self.largest(
            calls.filter { !$0.isSearch }.map(\.arrivedAt).sorted(), window: 10_000_000)
        largestSearchesIn1s = Self.largest(calls.filter(\.isSearch).map(\.arrivedAt).sorted(), window: 1_000_000)
        let gaps = zip(arrivals.dropFirst(), arrivals).map { $0 - $1 }
        smallestGap = gaps.min()
        gapsBelow = gaps.count { $0 < below }
        answered429 = calls.count { $0.status == 429 }
        byPath = Dictionary(grouping: calls, by: \.pathClass).mapValues(\.count)
    }

    /// The most of the sorted times that lie within one window, its end left out.
    static func largest(_ sorted: [Int], window: Int) -> Int {
        var first = 0
        var most = 0
        for (last, time) in sorted.enumerated() {
            while time - sorted[first] >= window { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }

    var json: JSON {
        [
            "total": .integer(total), "largest_in_10s": .integer(largestIn10s),
            "largest_without_searches_in_10s": .integer(largestWithoutSearchesIn10s),
            "largest_searches_in_1s": .integer(largestSearchesIn1s),
            "smallest_gap_ms": smallestGap.map { .decimal(Double($0) / 1000) } ?? .null,
            "gaps_below": .integer(gapsBelow), "answered_429": .integer(answered429),
            "by_path": .object(byPath.mapValues(JSON.integer)),
        ]
    }
}
