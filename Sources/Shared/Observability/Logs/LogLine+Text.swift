import Domain
import Logging

extension LogLine {
    /// `07:12:03.123 INFO     settled  kind=deal hubspot_id=4102`: the time in UTC, for a person at a terminal.
    ///
    /// Control characters are escaped, so that no value can forge a line or move the cursor.
    var text: String {
        let moment = time.rfc3339.dropFirst(11)
        let clock = moment.contains(".") ? moment.prefix(12) : moment.prefix(8) + ".000"
        let name = level.rawValue.uppercased()
        let padding = String(repeating: " ", count: max(0, 9 - name.count))
        let keys = sorted.map { "\(JSONText.escaped($0.key))=\(Self.plain($0.value))" }
        return ["\(clock) \(name)\(padding)\(JSONText.escaped(message))", keys.joined(separator: " ")]
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// Quoted where a reader could not tell where the value ends.
    private static func plain(_ value: Logger.MetadataValue) -> String {
        let text = "\(value)"
        let bare = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "\"" || $0 == "=" }
        return bare ? JSONText.escaped(text) : JSONText.quoted(text)
    }
}
