/// The name of an element; called, it makes one:
///
///     section(.class("card")) {
///         h2 { title }
///         if let since { p { "…" } }
///     }
struct Tag: Sendable {
    let name: String
    /// Has neither content nor an end tag.
    let isVoid: Bool

    init(_ name: String, isVoid: Bool = false) {
        self.name = name
        self.isVoid = isVoid
    }

    func callAsFunction(_ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { .none }) -> HTML {
        .element(self, attributes.compactMap { $0 }, [content()])
    }

    func callAsFunction(_ attributes: [Attribute], @HTMLBuilder content: () -> HTML = { .none }) -> HTML {
        .element(self, attributes, [content()])
    }
}
