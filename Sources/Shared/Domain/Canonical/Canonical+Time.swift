extension Canonical {
    /// A day as `YYYY-MM-DD`, or the day on which a moment falls in the account's time zone (rules.md, "Fields").
    ///
    /// - Parameter offset: how many seconds the account's clocks are ahead of UTC at an instant.
    /// - Throws: `notADay` for a text that is neither.
    public static func day(_ text: String, offset: (Instant) -> Int64) throws(CanonicalFault) -> String {
        let text = self.text(text)
        if text.isEmpty { return "" }
        if let day = Day(text) { return day.description }
        guard let moment = Instant(text: text) else { throw .notADay }
        return Day(of: moment, offset: offset(moment)).description
    }

    /// A moment as RFC 3339 in UTC, to the second, rounded down: `2026-11-25T07:00:30Z`.
    ///
    /// HubSpot keeps milliseconds and artis promises none, so a finer form would make one moment differ from itself.
    /// - Throws: `notAMoment`.
    public static func moment(_ text: String) throws(CanonicalFault) -> String {
        let text = self.text(text)
        if text.isEmpty { return "" }
        guard let moment = Instant(text: text) else { throw .notAMoment }
        let seconds = floorDivide(moment.microseconds, 1_000_000)
        return Instant(microseconds: seconds.saturatingMultiply(1_000_000)).rfc3339
    }
}
