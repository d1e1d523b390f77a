/// A piece of a page, as a tree: text that strangers wrote can only ever become text, because markup has no other way in
/// than ``Tag``. Escaping happens in one place, `HTML+Text.swift`.
indirect enum HTML: Sendable {
    case text(String)
    case element(Tag, [Attribute], [HTML])
    case group([HTML])

    static let none = HTML.group([])
}
