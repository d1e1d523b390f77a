import Database
import Domain

/// The last hour as a bar a minute, and in words.
struct MinuteLine {
    let rows: [ReadThroughput.Row]
    let now: Instant

    private var counts: [Int] {
        var counts = Array(repeating: 0, count: 60)
        let end = now.microseconds / 60_000_000
        for row in rows {
            let place = 59 - Int(end - row.minute.microseconds / 60_000_000)
            if counts.indices.contains(place) { counts[place] += row.count }
        }
        return counts
    }

    func content(_ visit: Visit) -> HTML {
        let counts = counts
        let (hour, recent) = (counts.reduce(0, +), counts.suffix(5).reduce(0, +))
        let writes = visit.count(hour, fr: ("écriture", "écritures"), en: ("write", "writes"))
        let words = visit.of(
            fr: "\(writes) en une heure, \(visit.number(recent)) dans les cinq dernières minutes.",
            en: "\(writes) in an hour, \(visit.number(recent)) in the last five minutes.")
        let top = max(counts.max() ?? 0, 1)
        return .group([
            svg(.class("line"), Attribute("viewBox", "0 0 720 76"), .role("img"), .aria("label", words)) {
                for (place, count) in counts.enumerated() where count > 0 {
                    let height = max(1, count * 70 / top)
                    rect(
                        .class("call"), Attribute("x", "\(place * 12)"), Attribute("y", "\(72 - height)"), Attribute("width", "10"),
                        Attribute("height", "\(height)"))
                }
                line(.class("axis"), Attribute("x1", "0"), Attribute("x2", "720"), Attribute("y1", "73"), Attribute("y2", "73"))
            },
            p(.class("soft")) { words },
        ])
    }
}
