import Domain
import Oversight

/// How fast a step goes, from what this run has seen of it: what an earlier run did says nothing of now.
struct BackfillPace: Sendable, Equatable {
    /// Records that this run has seen.
    var seen: Int
    var elapsed: Duration
    /// Calls to HubSpot since the command began.
    var calls: Int

    /// Records a second; nil while there is nothing to tell it from.
    var rate: Double? {
        let seconds = elapsed / .seconds(1)
        return seen > 0 && seconds > 0.05 ? Double(seen) / seconds : nil
    }

    /// Until so many more are seen, at the pace so far.
    func timeLeft(for records: Int) -> Duration? { rate.map { .seconds(Double(max(records, 0)) / $0) } }

    /// - Parameter left: records of the step that are not seen yet, where anybody knows.
    func words(_ language: Language, left: Int?) -> [String] {
        let rate = rate.map { "\($0 < 10 ? "\(Double(Int($0 * 10)) / 10)" : "\(Int($0))")/s" }
        let calls = language.of(fr: "\(calls) appels", en: "\(calls) calls")
        let time = left.flatMap { timeLeft(for: $0) }.map { time in
            language.of(fr: "encore \(Self.text(time))", en: "\(Self.text(time)) left")
        }
        return [rate, calls, time].compactMap(\.self)
    }

    /// `40 s`, `12 min`, `3 h 05`: no more exact than it is known.
    static func text(_ time: Duration) -> String {
        let seconds = Int((time / .seconds(1)).rounded(.up))
        if seconds < 90 { return "\(seconds) s" }
        let minutes = (seconds + 30) / 60
        if minutes < 90 { return "\(minutes) min" }
        let rest = minutes % 60
        return "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest)"
    }
}
