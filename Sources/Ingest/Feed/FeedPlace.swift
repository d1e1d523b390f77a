import Domain
import FoundationEssentials

/// Where the feed of artis has been read up to: all before it is accepted.
struct FeedPlace: Codable, Equatable {
    static let name = "artis.feed"

    /// artis' own, opaque.
    var cursor: String
    /// When the last change before it happened, by artis' clock, in milliseconds; at first, when the feed began.
    var at: Int64
}

/// Places are kept as JSON.
enum CursorText {
    static func write(_ value: some Encodable) -> String {
        // Texts, whole numbers and booleans: nothing that JSON cannot hold.
        (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// - Returns: nil for what a newer or broken program left.
    static func read<Value: Decodable>(_ text: String?) -> Value? {
        text.flatMap { try? JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
    }
}
