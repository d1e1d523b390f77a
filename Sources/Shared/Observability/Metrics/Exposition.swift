/// The text format of Prometheus, version 0.0.4.
enum Exposition {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    static func head(_ header: MetricHeader) -> [String] {
        let help = header.help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return ["# HELP \(header.name) \(help)", "# TYPE \(header.name) \(header.kind.rawValue)"]
    }

    static func sample(_ name: String, _ labels: [(String, String)], _ value: Double) -> String {
        "\(name)\(block(labels)) \(number(value))"
    }

    static func block(_ labels: [(String, String)]) -> String {
        guard !labels.isEmpty else { return "" }
        let pairs = labels.map { name, value in
            precondition(isName(name), "a label's name is made of letters, digits and underscores")
            return "\(name)=\"\(escaped(value))\""
        }
        return "{\(pairs.joined(separator: ","))}"
    }

    static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// Whole numbers without a point, the rest as short as it stays exact.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map(String.init) ?? "\(value)"
    }

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return text.unicodeScalars.allSatisfy {
            $0 == "_" || ($0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)))
        }
    }
}
