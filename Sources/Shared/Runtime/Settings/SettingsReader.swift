/// Takes values out of the environment and collects what is wrong with them.
///
/// Each setting is read by `value(…)` with a parser: text in, value out, or nil when the text will not do. An empty
/// variable is a missing one.
public struct SettingsReader: Sendable {
    let environment: [String: String]
    public private(set) var faults: [SettingFault] = []

    public init(environment: [String: String]) { self.environment = environment }

    /// A setting that has a default.
    public mutating func value<Value>(
        _ name: SettingName, default fallback: Value, allowed: String, parse: (String) -> Value?
    ) -> Value {
        optional(name, allowed: allowed, parse: parse) ?? fallback
    }

    /// A setting that must be there.
    ///
    /// - Parameter standIn: what to go on with when it is missing or wrong, until all faults are told.
    public mutating func required<Value>(
        _ name: SettingName, standIn: Value, allowed: String, parse: (String) -> Value?
    ) -> Value {
        let before = faults.count
        if let value = optional(name, allowed: allowed, parse: parse) { return value }
        if faults.count == before { report(name.rawValue, given: nil, allowed: allowed + fileHint(name)) }
        return standIn
    }

    /// A setting that may be missing: nil then, and when it is wrong.
    public mutating func optional<Value>(
        _ name: SettingName, allowed: String, parse: (String) -> Value?
    ) -> Value? {
        guard let text = text(name) else { return nil }
        if let value = parse(text) { return value }
        let given = name.isSecret ? Mask.text(text) : "\"\(text.prefix(200))\""
        report(name.rawValue, given: given, allowed: allowed)
        return nil
    }

    private func fileHint(_ name: SettingName) -> String {
        name.isSecret ? " (or \(name.fileVariable), a file that holds it)" : ""
    }

    /// The text of a setting, from its variable or, for a secret, from its file.
    private mutating func text(_ name: SettingName) -> String? {
        let direct = environment[name.rawValue].flatMap { $0.isEmpty ? nil : $0 }
        guard name.isSecret, let path = environment[name.fileVariable], !path.isEmpty else { return direct }
        if direct != nil {
            report(
                name.fileVariable, given: "\"\(path)\"",
                allowed: "either \(name.rawValue) or \(name.fileVariable), not both")
            return nil
        }
        switch SecretFile.read(path) {
        case .success(let text): return text
        case .failure(let fault):
            report(name.fileVariable, given: "\"\(path)\"", allowed: fault.allowed)
            return nil
        }
    }

    private mutating func report(_ variable: String, given: String?, allowed: String) {
        faults.append(SettingFault(variable: variable, given: given, allowed: allowed))
    }
}
