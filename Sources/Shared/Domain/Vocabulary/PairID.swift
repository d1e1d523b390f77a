/// The key of a pair in our own database; one entity as both systems know it.
public struct PairID: Sendable, Hashable, Comparable, RawRepresentable, Codable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    public static func < (left: PairID, right: PairID) -> Bool { left.rawValue < right.rawValue }

    public var description: String { String(rawValue) }
}
