import Database
import Domain

/// Calls a second as bars, live below and backfill above, against the limit; how many of them were searches, which have a
/// limit of their own, as a diamond at that height; said in words, too.
struct CallLine {
    let stamps: [PermitStamp]
    /// Calls a second that the limits allow: all together, and searches.
    let perSecond: Double
    let searchesPerSecond: Double
    let seconds: Int
    let now: Instant

    private struct Second {
        var live = 0
        var backfill = 0
        /// Of both.
        var searches = 0

        var calls: Int { live + backfill }
    }

    /// The last bar is the second that is not over yet.
    private var counts: [Second] {
        var counts = Array(repeating: Second(), count: seconds)
        let end = now.microseconds / 1_000_000
        for stamp in stamps {
            let place = seconds - 1 - Int(end - stamp.grantedAt.microseconds / 1_000_000)
            guard counts.indices.contains(place) else { continue }
            if stamp.lane == .live { counts[place].live += 1 } else { counts[place].backfill += 1 }
            if stamp.search { counts[place].searches += 1 }
        }
        return counts
    }

    func content(_ visit: Visit) -> HTML {
        let counts = counts
        let words = [calls(counts, visit), searches(counts, visit)]
        let top = max(perSecond * 1.25, Double(counts.map(\.calls).max() ?? 0))
        return .group([
            bars(counts, top: top, words: words.joined(separator: " ")),
            .group(words.map { words in p(.class("soft")) { words } }),
            p(.class("soft")) {
                StateTag.tag(Lane.live.name(visit.language), "accent")
                " "
                StateTag.tag(Lane.backfill.name(visit.language), "uneasy")
                " "
                StateTag.tag(visit.of(fr: "dont recherches", en: "searches among them"), "search")
                visit.of(fr: " · pointillé : la limite", en: " · dashes: the limit")
            },
        ])
    }

    private func calls(_ counts: [Second], _ visit: Visit) -> String {
        let (all, most) = (counts.map(\.calls).reduce(0, +), counts.map(\.calls).max() ?? 0)
        let calls = visit.count(all, fr: ("appel", "appels"), en: ("call", "calls"))
        return visit.of(
            fr: "\(calls) en \(seconds) secondes, \(visit.number(most)) au plus en une seconde ; la limite est de \(visit.decimal(perSecond)) par seconde.",
            en: "\(calls) in \(seconds) seconds, \(visit.number(most)) at most in one; the limit is \(visit.decimal(perSecond)) a second.")
    }

    private func searches(_ counts: [Second], _ visit: Visit) -> String {
        let (all, most) = (counts.map(\.searches).reduce(0, +), counts.map(\.searches).max() ?? 0)
        let searches = visit.count(all, fr: ("recherche", "recherches"), en: ("search", "searches"))
        return visit.of(
            fr: "Dont \(searches), \(visit.number(most)) au plus en une seconde ; leur propre limite est de \(visit.decimal(searchesPerSecond)) par seconde.",
            en: "Of them \(searches), \(visit.number(most)) at most in one second; their own limit is \(visit.decimal(searchesPerSecond)) a second.")
    }

    private func bars(_ counts: [Second], top: Double, words: String) -> HTML {
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
                if count.searches > 0 { diamond(place * step + step / 2, height - tall(count.searches)) }
            }
            line(.class("axis"), Attribute("x1", "0"), Attribute("x2", "\(width)"), Attribute("y1", "140"), Attribute("y2", "140"))
            let limit = (height - perSecond / top * height).short
            line(.class("limit"), Attribute("x1", "0"), Attribute("x2", "\(width)"), Attribute("y1", limit), Attribute("y2", limit))
            svgText(Attribute("x", "0"), Attribute("y", "156")) { "−\(seconds) s" }
            svgText(Attribute("x", "\(width)"), Attribute("y", "156"), Attribute("text-anchor", "end")) { "0 s" }
        }
    }

    private func bar(_ x: Int, _ y: Double, _ width: Int, _ height: Double, _ style: String) -> HTML {
        rect(
            .class(style), Attribute("x", "\(x)"), Attribute("y", y.short), Attribute("width", "\(width)"),
            Attribute("height", height.short))
    }

    private func diamond(_ x: Int, _ y: Double) -> HTML {
        path(.class("search"), Attribute("d", "M\(x) \((y - 5).short)l4 5l-4 5l-4 -5z"))
    }
}
