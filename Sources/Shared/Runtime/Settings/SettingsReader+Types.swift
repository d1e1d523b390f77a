/// The kinds of values that settings have.
extension SettingsReader {
    public mutating func integer(_ name: SettingName, default fallback: Int, in range: ClosedRange<Int>) -> Int {
        let allowed = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return value(name, default: fallback, allowed: allowed) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    public mutating func seconds(_ name: SettingName, default fallback: Int, in range: ClosedRange<Int>) -> Duration {
        .seconds(integer(name, default: fallback, in: range))
    }

    /// One of a closed set of words, whatever their case.
    public mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: SettingName, default fallback: Choice
    ) -> Choice where Choice.RawValue == String {
        optionalChoice(name) ?? fallback
    }

    public mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
        _ name: SettingName, as _: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return optional(name, allowed: "one of " + allowed) { Choice(rawValue: $0.lowercased()) }
    }

    /// Free text, without blanks around it.
    public mutating func optionalText(_ name: SettingName, allowed: String) -> String? {
        optional(name, allowed: allowed) { text in
            let trimmed = text.trimmingBlanks()
            return trimmed.isEmpty ? nil : trimmed
        }
    }

    /// A secret that any text can be.
    public mutating func optionalSecret(_ name: SettingName) -> Secret? {
        optional(name, allowed: "any text") { Secret($0) }
    }

    /// A secret that travels in an HTTP header: printable ASCII without blanks.
    public mutating func token(_ name: SettingName, allowed: String) -> Secret {
        required(name, standIn: Secret(""), allowed: allowed) { text in
            text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? Secret(text) : nil
        }
    }

    public mutating func listen(_ name: SettingName, default fallback: ListenAddress) -> ListenAddress {
        value(name, default: fallback, allowed: ListenAddress.allowed, parse: ListenAddress.init)
    }

    /// A time of day, or `never` (nil).
    public mutating func timeOfDay(_ name: SettingName, default fallback: TimeOfDay) -> TimeOfDay? {
        let allowed = "a local time of day such as 02:30, or never"
        let read: TimeOfDay?? = optional(name, allowed: allowed) { text -> TimeOfDay?? in
            if text.lowercased() == "never" { return .some(nil) }
            return TimeOfDay(text).map { .some($0) }
        }
        return read ?? fallback
    }

    /// The address of a vendor's API.
    public mutating func baseURL(_ name: SettingName, default fallback: BaseURL) -> BaseURL {
        value(name, default: fallback, allowed: BaseURL.allowed, parse: BaseURL.init(secured:))
    }

    public mutating func baseURL(_ name: SettingName, standIn: BaseURL) -> BaseURL {
        required(name, standIn: standIn, allowed: BaseURL.allowed, parse: BaseURL.init(secured:))
    }
}
