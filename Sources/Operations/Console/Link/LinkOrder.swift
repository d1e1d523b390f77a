import ArgumentParser
import Domain
import Oversight

/// Two existing records that a person wants paired.
struct LinkOrder: Sendable, Equatable {
    /// Of the file, from 1; nil for the command line's own.
    var line: Int?
    var kind: Kind
    var hubspotID: ID<HubSpotRecord>
    var artisID: ID<ArtisRecord>

    /// - Throws: `ValidationError` naming the argument and what it may be.
    init(line: Int? = nil, kind: String, hubspot: String, artis: String) throws {
        let left = try RecordName(kind: kind, id: hubspot)
        let right = try RecordName(kind: kind, id: artis)
        guard left.kinds.count == 1, left.system == .hubspot, right.system == .artis else {
            throw ValidationError(
                fr: "KIND ID artis:ID : un identifiant de HubSpot et un d’artis.net, tels que deal 4102 artis:AF000001",
                en: "KIND ID artis:ID: an id of HubSpot and an id of artis.net, such as deal 4102 artis:AF000001")
        }
        self.line = line
        self.kind = left.kinds[0]
        hubspotID = ID(left.id)
        artisID = ID(right.id)
    }

    /// For the audit.
    var summary: String { "\(kind.rawValue) \(hubspotID) artis:\(artisID)" }
}
