/// An identifier of one system, typed by what it names, so that a userId never passes for an owner id (R2, R3).
public struct ID<Entity>: Sendable, Hashable, RawRepresentable, Codable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    public var description: String { rawValue }
}

/// A record of HubSpot's, of a kind that stands beside it.
public enum HubSpotRecord {}
/// A record of artis.net's (tiers, affaire, interlocuteur, action commerciale).
public enum ArtisRecord {}
/// What OWNER properties of HubSpot hold (R3).
public enum HubSpotOwner {}
/// What `hs_created_by_user_id` holds; not an owner id (R2).
public enum HubSpotUser {}
/// A person in artis.net.
public enum Collaborateur {}
