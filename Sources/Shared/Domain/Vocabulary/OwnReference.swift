/// Our name of a record that we make in one system after the other's: unique in its collection for good, so that after
/// a lost answer the record is found by it, and never made twice (invariant 8).
///
/// A record born in HubSpot is called `deals:4102` in artis (`referenceExterne`), one born in artis is called
/// `affaires:AF000001` in HubSpot (`passerelle_ref`).
public enum OwnReference {
    public static func inArtis(_ kind: Kind, of id: ID<HubSpotRecord>) -> String { "\(kind.objectType):\(id)" }

    public static func inHubSpot(_ kind: Kind, of id: ID<ArtisRecord>) -> String { "\(kind.collection):\(id)" }

    /// The record of HubSpot's that a name in artis stands for, and its kind; nil for a name that is none of ours.
    public static func hubspotRecord(_ name: String) -> (kind: Kind, id: ID<HubSpotRecord>)? {
        guard let (word, id) = split(name), let kind = Kind.allCases.first(where: { $0.objectType == word }) else { return nil }
        return (kind, ID(id))
    }

    /// The record of artis' that a name in HubSpot stands for; nil for a name that is none of ours, or of another kind.
    public static func artisRecord(_ name: String, _ kind: Kind) -> ID<ArtisRecord>? {
        guard let (word, id) = split(name), word == kind.collection else { return nil }
        return ID(id)
    }

    private static func split(_ name: String) -> (String, String)? {
        guard let colon = name.firstIndex(of: ":") else { return nil }
        let id = String(name[name.index(after: colon)...])
        return id.isEmpty ? nil : (String(name[..<colon]), id)
    }
}
