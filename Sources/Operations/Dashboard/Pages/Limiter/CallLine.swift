import Database
import Domain

/// Calls a second as bars, live below and backfill above, against the limit; said in words, too.
struct CallLine {
    let stamps: [PermitStamp]
    let perSecond: Double
    let seconds: Int
    let now: Instant

    /// The last bar is the second that is not over yet.
    private var counts: [(live: Int, backfill: Int)] {
        var counts = Array(repeating: (live: 0, backfill: 0), count: seconds)
        let end = now.microseconds / 1_000_000
        for stamp in stamps {
            let place = seconds - 1 - Int(end - stamp.grantedAt.microseconds / 1_000_000)
            guard counts.indices.contains(place) else { continue }
            if stamp.lane == .live { counts[place].live += 1 } else { counts[place].backfill += 1 }
        }
        return counts
    }

    func content(_ visit: Visit) -> HTML {
        let counts = counts
        let most = counts.map { $0.live + $0.backfill }.max() ?? 0
        let words = visit.of(
            fr: "\(visit.number(stamps.count)) appels en \(seconds) secondes, \(most) au plus en une seconde ; la limite est de \(Self.short(perSecond)) par seconde.",
            en: "\(visit.number(stamps.count)) calls in \(seconds) seconds, \(most) at most in one; the limit is \(Self.short(perSecond)) a second.")
        return .group([
            bars(counts, top: max(perSecond * 1.25, Double(most)), words: words), p(.class("soft")) { words },
            p(.class("soft")) {
                StateTag.tag(visit.of(fr: "direct", en: "live"), "accent")
                " "
                StateTag.tag(visit.of(fr: "rattrapage", en: "backfill"), "uneasy")
                visit.of(fr: " · pointillé : la limite", en: " · dashes: the limit")
            },
        ])
    }

    private func bars(_ counts: [(live: Int, backfill: Int)], top: Double, words: String) -> HTML {
        let (width, height) = (720, 140.0)
        let step = width / seconds
        func tall(_ count: Int) -> Double { Double(count) / top * height }
        return svg(.class("line"), Attribute("viewBox", "0 0 \(width) 160"), .role("img"), .aria("label", words)) {
            for (place, count) in counts.enumerated() {
                let low = tall(count.live)
                if count.live > 0 { bar(place * step, height - low, step - 1, low, "call") }
                if count.backfill > 0 {
                    bar(place * step, height - low - tall(count.backfill), step - 1, tall(count.backfill), "late")
                }
            }
            line(.class("axis"), Attribute("x1", "0"), Attribute("x2", "\(width)"), Attribute("y1", "140"), Attribute("y2", "140"))
            let limit = Self.short(height - perSecond / top * height)
            line(.class("limit"), Attribute("x1", "0"), Attribute("x2", "\(width)"), Attribute("y1", limit), Attribute("y2", limit))
            svgText(Attribute("x", "0"), Attribute("y", "156")) { "−\(seconds) s" }
            svgText(Attribute("x", "\(width)"), Attribute("y", "156"), Attribute("text-anchor", "end")) { "0 s" }
        }
    }

    private func bar(_ x: Int, _ y: Double, _ width: Int, _ height: Double, _ style: String) -> HTML {
        rect(
            .class(style), Attribute("x", "\(x)"), Attribute("y", Self.short(y)), Attribute("width", "\(width)"),
            Attribute("height", Self.short(height)))
    }

    /// One digit after the point at most.
    private static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
