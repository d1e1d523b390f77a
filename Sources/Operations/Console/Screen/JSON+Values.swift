import Domain
import HTTP

/// Our values as `--json` shows them: moments in RFC 3339, words of the vocabulary as they are, null where there is none.
extension JSON {
    static func of(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    static func of(_ number: Int) -> JSON { .number(JSONNumber(Int64(number))) }
    static func of(_ moment: Instant?) -> JSON { of(moment?.rfc3339) }

    static func of<Entity>(_ id: ID<Entity>?) -> JSON { of(id?.rawValue) }

    static func of<Word: RawRepresentable>(_ word: Word?) -> JSON where Word.RawValue == String { of(word?.rawValue) }
}
