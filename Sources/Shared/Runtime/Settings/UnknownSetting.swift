/// A variable with a prefix of ours and a name that we do not know: a slip, or something that a container platform
/// injected (`DASHBOARD_PORT`), hence never an error.
public struct UnknownSetting: Sendable, Hashable, CustomStringConvertible {
    public let variable: String
    /// The nearest name that exists, when one is near.
    public let suggestion: String?

    public var description: String {
        "\(variable): no such setting" + (suggestion.map { "; did you mean \($0)?" } ?? "")
    }

    /// All of them in an environment, in order of name. An empty variable counts as missing.
    public static func all(in environment: [String: String]) -> [UnknownSetting] {
        let known = Set(SettingName.variables)
        return environment.filter { !$0.value.isEmpty && !known.contains($0.key) }.keys.sorted()
            .filter { name in SettingName.prefixes.contains { name.hasPrefix($0) } }
            .map { UnknownSetting(variable: $0, suggestion: nearest(to: $0)) }
    }

    private static func nearest(to name: String) -> String? {
        let ranked = SettingName.variables.map { (name: $0, distance: editDistance(Array(name.utf8), Array($0.utf8))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, name.utf8.count / 3) ? best.name : nil
    }
}

/// Insertions, deletions and replacements that turn one word into the other (Levenshtein), in one row of memory.
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let replaced = diagonal + (a == b ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
        }
    }
    return row[right.count]
}
