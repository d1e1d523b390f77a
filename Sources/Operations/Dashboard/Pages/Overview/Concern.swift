import Domain

/// Something that a person should look at, and where.
struct Concern: Sendable {
    enum Weight: Int, Sendable, Comparable {
        case uneasy, bad
        static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    var weight: Weight
    var text: String
    var place: Place?
}
