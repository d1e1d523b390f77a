import Database
import Domain

/// How a stretch of the fleet's calls was shared between the lanes.
struct LaneShare: CustomStringConvertible {
    let stamps: [PermitStamp]
    let span: Duration

    private var backfill: Int { stamps.count { $0.lane == .backfill } }

    var ofBackfill: Double { Double(backfill) / Double(max(stamps.count, 1)) }

    var description: String {
        let live = Dictionary(grouping: stamps.filter { $0.lane == .live }, by: \.purpose).mapValues(\.count)
        let purposes = live.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        return "\(stamps.count) calls in \(span), \(backfill) of the backfill (\(Int(ofBackfill * 100)) %); live: "
            + purposes.joined(separator: ", ")
    }
}
