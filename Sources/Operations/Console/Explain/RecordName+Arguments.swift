import ArgumentParser
import Domain
import Oversight

extension RecordName {
    /// A record as it is named on the command line.
    ///
    /// - Parameters:
    ///   - kind: company, deal, contact, call, meeting, email; `activity` with an id of artis.
    ///   - id: HubSpot's, or `artis:ID`.
    /// - Throws: `ValidationError` naming the argument and what it may be.
    init(kind: String, id: String) throws {
        let isArtis = id.lowercased().hasPrefix("artis:")
        let bare = isArtis ? String(id.dropFirst("artis:".count)) : id
        guard !bare.isEmpty, !bare.contains(where: \.isWhitespace) else {
            throw ValidationError(
                fr: "ID : un identifiant de HubSpot tel que 4102, ou d’artis.net tel que artis:AF000001",
                en: "ID: an id of HubSpot such as 4102, or artis: and an id of artis.net, such as artis:AF000001")
        }
        let kinds: [Kind]
        if kind.lowercased() == "activity" {
            guard isArtis else {
                throw ValidationError(
                    fr: "KIND : activity va avec artis:ID ; les ID de HubSpot demandent call, meeting ou email",
                    en: "KIND: activity goes with an id of artis.net; HubSpot's ids need call, meeting or email")
            }
            kinds = WorkerRole.activity.kinds
        } else {
            kinds = [try Given.kind(kind)]
        }
        guard isArtis || bare.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw ValidationError(
                fr: "ID : ceux de HubSpot sont des nombres entiers ; ceux d’artis.net s’écrivent artis:\(bare)",
                en: "ID: HubSpot's ids are whole numbers; an id of artis.net is written artis:\(bare)")
        }
        self.init(kinds: kinds, system: isArtis ? .artis : .hubspot, id: bare)
    }
}
