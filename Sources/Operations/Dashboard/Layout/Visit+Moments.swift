import Domain

/// Moments and numbers as people read them.
extension Visit {
    /// A moment by the clocks of the account, readable by programs too.
    func moment(_ instant: Instant) -> HTML {
        timeTag(Attribute("datetime", instant.rfc3339)) { clock(instant) }
    }

    /// A moment, and how long ago it was.
    func since(_ instant: Instant) -> HTML {
        .group([moment(instant), .text(" "), small { age(of: instant) }])
    }

    /// `28/11/2026 18:05:22` or `2026-11-28 18:05:22`.
    func clock(_ instant: Instant) -> String {
        let whole = Instant(milliseconds: instant.milliseconds / 1000 * 1000)
        let text = (whole + .seconds(zone.offset(at: whole))).rfc3339
        let (day, time) = (text.prefix(10), text.dropFirst(11).prefix(8))
        guard language == .fr else { return "\(day) \(time)" }
        let parts = day.split(separator: "-")
        return "\(parts.reversed().joined(separator: "/")) \(time)"
    }

    func age(of instant: Instant) -> String {
        of(fr: "il y a \(length(now - instant))", en: "\(length(now - instant)) ago")
    }

    /// In the largest unit that fits.
    func length(_ duration: Duration) -> String {
        let seconds = max(0, duration.components.seconds)
        switch seconds {
        case ..<120: return "\(seconds) s"
        case ..<7200: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3600) h"
        default: return "\(seconds / 86_400) " + of(fr: "j", en: "d")
        }
    }

    /// A number and what it counts, in the singular or the plural: in French zero takes the singular, in English the plural.
    func count(_ value: Int, fr french: (String, String), en english: (String, String)) -> String {
        "\(number(value)) \(word(for: value, fr: french, en: english))"
    }

    /// What is counted, alone: for a number that stands elsewhere.
    func word(for value: Int, fr french: (String, String), en english: (String, String)) -> String {
        switch language {
        case .fr: value < 2 ? french.0 : french.1
        case .en: value == 1 ? english.0 : english.1
        }
    }

    /// One digit after the comma at most, which in English is a point.
    func decimal(_ value: Double) -> String {
        let halves = value.short.split(separator: ".")
        let whole = number(Int(halves[0]) ?? 0)
        return halves.count > 1 ? whole + of(fr: ",", en: ".") + halves[1] : whole
    }

    /// Thousands apart: a narrow blank in French, a comma in English.
    func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        let parts = stride(from: 0, to: digits.count, by: 3).reversed().map { end in
            String(digits[max(0, digits.count - end - 3)..<(digits.count - end)])
        }
        return (value < 0 ? "−" : "") + parts.joined(separator: of(fr: "\u{202F}", en: ","))
    }
}

extension Double {
    /// One digit after the point at most, as programs write it.
    var short: String {
        let tenths = Int((self * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
