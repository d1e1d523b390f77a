import Domain
import Logging

extension LogLine {
    /// Keys that every line has; a key of the same name is written with an underscore behind it.
    private static let own: Set<String> = ["time", "level", "message", "program"]

    /// One JSON object: time, level, message, program, then the keys.
    var json: String {
        var fields = [("time", time.rfc3339), ("level", level.rawValue), ("message", message), ("program", program)]
            .map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }
        fields += sorted.map { key, value in
            "\(JSONText.quoted(Self.own.contains(key) ? key + "_" : key)):\(Self.json(value))"
        }
        return "{\(fields.joined(separator: ","))}"
    }

    private static func json(_ value: Logger.MetadataValue) -> String {
        switch value {
        case .string(let text): JSONText.quoted(text)
        case .stringConvertible(let value): JSONText.quoted(value.description)
        case .array(let values): "[\(values.map(json).joined(separator: ","))]"
        case .dictionary(let values):
            "{"
                + values.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)):\(json($0.value))" }
                .joined(separator: ",") + "}"
        }
    }
}
