/// Text with the meaning of its colour.
struct Words: Sendable, Equatable, ExpressibleByStringInterpolation {
    var text: String
    var tint: Tint?

    init(_ text: String, _ tint: Tint? = nil) {
        self.text = text
        self.tint = tint
    }

    init(stringLiteral value: String) { self.init(value) }

    func render(colours: Bool) -> String {
        guard colours, let tint, !text.isEmpty else { return text }
        return tint.applied(to: text)
    }
}
