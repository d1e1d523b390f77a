import Database
import Domain
import HTTP
import TestKit

/// How well a stretch of the fleet's calls kept the pace: by the limiter's own stamps, and as HubSpot saw them arrive.
struct StormPace: CustomStringConvertible {
    let delay: Duration
    let permits: Int
    let nearest: Duration
    /// How much of the delay was used: 1 when the next permit was always given the moment it was due.
    let utilisation: Double
    let arrivals: Int
    let arrivalsTooNear: Int
    let smallestGap: String
    let inTenSeconds: Int
    let searchesInOneSecond: Int
    let answered429: Int

    /// - Parameters:
    ///   - stamps: of the stretch, oldest first.
    ///   - arrivals: of the stretch, in microseconds.
    init(delay: Duration, stamps: [PermitStamp], calls: [JSON]) {
        self.delay = delay
        permits = stamps.count
        let gaps = zip(stamps.dropFirst(), stamps).map { $0.grantedAt - $1.grantedAt }
        nearest = gaps.min() ?? .zero
        let whole = gaps.reduce(.zero, +)
        utilisation = whole > .zero ? (delay * gaps.count) / whole : 0
        let times = Self.times(calls) { _ in true }
        arrivals = times.count
        let between = zip(times.dropFirst(), times).map { $0 - $1 }
        let allowed = Int((delay - .milliseconds(20)) / .microseconds(1))
        arrivalsTooNear = between.count { $0 < allowed }
        smallestGap = "\(Double(between.min() ?? 0) / 1000) ms"
        inTenSeconds = Self.largest(Self.times(calls) { !$0.hasSuffix("/search") }, window: 10_000_000)
        searchesInOneSecond = Self.largest(Self.times(calls) { $0.hasSuffix("/search") }, window: 1_000_000)
        answered429 = calls.count { $0["status"]?.int == 429 }
    }

    var description: String {
        "delay \(delay): \(permits) permits, nearest \(nearest), \(String(percent: utilisation)) of the delay used; "
            + "\(arrivals) arrivals, nearest \(smallestGap), \(arrivalsTooNear) nearer than the delay less 20 ms; "
            + "at most \(inTenSeconds) in 10 s and \(searchesInOneSecond) searches in 1 s"
    }

    private static func times(_ calls: [JSON], _ suits: (String) -> Bool) -> [Int] {
        calls.filter { suits($0["path"]?.string ?? "") }.compactMap { $0["arrived_at_us"]?.int }.sorted()
    }

    /// The most of the sorted times within any window.
    private static func largest(_ sorted: [Int], window: Int) -> Int {
        var first = 0
        var most = 0
        for (last, time) in sorted.enumerated() {
            while time - sorted[first] >= window { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }
}

extension String {
    fileprivate init(percent: Double) { self = "\(Double((percent * 1000).rounded()) / 10) %" }
}
