import ArgumentParser
import Domain

/// A record as an operator names it: its kind, and its id in one of the two systems.
struct RecordName: Sendable, Equatable {
    /// One, or the three of an artis action.
    var kinds: [Kind]
    var system: System
    var id: String

    /// - Parameters:
    ///   - kind: company, deal, contact, call, meeting, email; `activity` with an id of artis.
    ///   - id: HubSpot's, or `artis:ID`.
    /// - Throws: `ValidationError` naming the argument and what it may be.
    init(kind: String, id: String) throws {
        let isArtis = id.lowercased().hasPrefix("artis:")
        let bare = isArtis ? String(id.dropFirst("artis:".count)) : id
        guard !bare.isEmpty, !bare.contains(where: \.isWhitespace) else {
            throw ValidationError(
                "ID: an id of HubSpot such as 4102, or artis: and an id of artis.net, such as artis:AF000001")
        }
        if kind.lowercased() == "activity" {
            guard isArtis else {
                throw ValidationError(
                    "KIND: activity goes with an id of artis.net; HubSpot's ids need call, meeting or email")
            }
            kinds = WorkerRole.activity.kinds
        } else {
            kinds = [try Given.kind(kind)]
        }
        guard isArtis || bare.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw ValidationError("ID: HubSpot's ids are whole numbers; an id of artis.net is written artis:\(bare)")
        }
        system = isArtis ? .artis : .hubspot
        self.id = bare
    }

    func label(_ language: Language) -> String {
        let kind = kinds.count == 1 ? kinds[0].name(language) : language.of(fr: "activité", en: "activity")
        return "\(kind) \(system == .artis ? "artis:" : "")\(id)"
    }
}
