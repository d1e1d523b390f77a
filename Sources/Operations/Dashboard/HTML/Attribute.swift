/// An attribute of an element; without a value it stands by its name alone.
struct Attribute: Sendable {
    let name: String
    let value: String?

    init(_ name: String, _ value: String? = nil) {
        self.name = name
        self.value = value
    }

    static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func name(_ value: String) -> Attribute { Attribute("name", value) }
    static func value(_ value: String) -> Attribute { Attribute("value", value) }
    static func type(_ value: String) -> Attribute { Attribute("type", value) }
    static func aria(_ name: String, _ value: String) -> Attribute { Attribute("aria-\(name)", value) }
    static func data(_ name: String, _ value: String) -> Attribute { Attribute("data-\(name)", value) }
    static func role(_ value: String) -> Attribute { Attribute("role", value) }
    static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
    /// Only to pages of our own.
    static func href(_ place: Place) -> Attribute { Attribute("href", place.text) }
    static func action(_ place: Place) -> Attribute { Attribute("action", place.text) }
}
