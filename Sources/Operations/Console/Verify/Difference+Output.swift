import Domain
import HTTP
import Oversight
import Pipeline

extension Difference {
    /// What `verify --json` prints, one a line:
    ///
    ///     {"kind", "hubspot_id", "artis_id", "artis_fields": […], "hubspot_fields": […], "state", "reason",
    ///      "moved": bool, "undecided": bool, "queued": bool, "error"}
    ///
    /// Every key is always there. The fields are those that would be written there; `state` and `reason` are where the
    /// record would stand, null where that does not change. `error` is of a record that could not be read.
    func json(queued: Bool) -> JSON {
        var object = JSON.differing(kind: kind, hubspotID, artisID)
        object["queued"] = .bool(queued)
        for cause in causes {
            switch cause {
            case .fields(let artis, let hubspot):
                object["artis_fields"] = .array(artis.map(JSON.string))
                object["hubspot_fields"] = .array(hubspot.map(JSON.string))
            case .standing(let state, let reason):
                object["state"] = .of(state)
                object["reason"] = .of(reason)
            case .moved: object["moved"] = true
            case .undecided: object["undecided"] = true
            }
        }
        return .object(object)
    }

    func row(_ language: Language) -> [Words] {
        Words.differing(kind, hubspotID, artisID, language) + [
            Words(causes.map { $0.sentence(language) }.joined(separator: " · "), .uneasy)
        ]
    }
}

extension Unread {
    var json: JSON {
        var object = JSON.differing(kind: kind, hubspotID, artisID)
        object["error"] = .string(cause)
        return .object(object)
    }

    func row(_ language: Language) -> [Words] {
        Words.differing(kind, hubspotID, artisID, language) + [
            Words(language.of(fr: "illisible : \(Glossary.text(cause, .fr))", en: "cannot be read: \(cause)"), .bad)
        ]
    }
}

extension Difference.Cause {
    fileprivate func sentence(_ language: Language) -> String {
        switch self {
        case .fields(let artis, let hubspot):
            let sides = [("artis.net", artis), ("HubSpot", hubspot)].filter { !$0.1.isEmpty }
            return sides.map { system, names in
                language.of(fr: "à écrire dans \(system) : ", en: "to be written to \(system): ")
                    + names.joined(separator: ", ")
            }.joined(separator: " · ")
        case .standing(let state, let reason):
            let why = reason.map { language.of(fr: " : ", en: ": ") + $0.why(language) } ?? ""
            return language.of(fr: "serait \(state.name(.fr))\(why)", en: "would be \(state.name(.en))\(why)")
        case .moved:
            return language.of(fr: "dépend maintenant d’une autre entreprise", en: "hangs on another company now")
        case .undecided:
            return language.of(
                fr: "à revoir : son entreprise n’a pas encore été lue", en: "to be looked at: its company was not read yet")
        }
    }
}

extension JSON {
    fileprivate static func differing(
        kind: Kind, _ hubspotID: ID<HubSpotRecord>?, _ artisID: ID<ArtisRecord>?
    ) -> [String: JSON] {
        [
            "kind": .of(kind), "hubspot_id": .of(hubspotID), "artis_id": .of(artisID), "artis_fields": [],
            "hubspot_fields": [], "state": .null, "reason": .null, "moved": false, "undecided": false, "queued": false,
            "error": .null,
        ]
    }
}

extension Words {
    fileprivate static func differing(
        _ kind: Kind, _ hubspotID: ID<HubSpotRecord>?, _ artisID: ID<ArtisRecord>?, _ language: Language
    ) -> [Words] {
        [Words(kind.name(language)), Words(hubspotID?.rawValue ?? "–"), Words(artisID?.rawValue ?? "–")]
    }
}
