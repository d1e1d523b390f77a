/// Text with the meaning of its colour.
struct Words: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// Without control characters: what strangers wrote into a record must not steer the terminal.
    let text: String
    let tint: Tint?

    init(_ text: String, _ tint: Tint? = nil) {
        self.text = text.unicodeScalars.contains(where: Self.isControl) ? Self.tame(text) : text
        self.tint = tint
    }

    init(stringLiteral value: String) { self.init(value) }

    func render(colours: Bool) -> String {
        guard colours, let tint, !text.isEmpty else { return text }
        return tint.applied(to: text)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

    private static func tame(_ text: String) -> String {
        var tame = String.UnicodeScalarView()
        tame.append(contentsOf: text.unicodeScalars.map { isControl($0) ? "·" : $0 })
        return String(tame)
    }
}
