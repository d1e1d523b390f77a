import Domain
import HTTP
import Oversight

extension LinkOutcome {
    func words(_ language: Language) -> Words {
        switch self {
        case .linked: Words(language.of(fr: "reliées", en: "linked"), .good)
        case .alreadyLinked: Words(language.of(fr: "déjà reliées", en: "linked before"), .aside)
        case .refused(let refusal): Words(refusal.sentence(language), .bad)
        }
    }

    var word: String {
        switch self {
        case .linked: "linked"
        case .alreadyLinked: "already_linked"
        case .refused: "refused"
        }
    }
}

extension LinkRefusal {
    func sentence(_ language: Language) -> String { language == .fr ? french : english }

    private var french: String {
        switch code {
        case .hubspotUnknown: "refusé : HubSpot n’a pas de telle fiche"
        case .hubspotMerged: "refusé : cette fiche HubSpot a été fusionnée avec \(detail)"
        case .artisUnknown: "refusé : artis.net n’a pas de telle fiche"
        case .hubspotLinked: "refusé : la fiche HubSpot est déjà reliée à artis:\(detail)"
        case .artisLinked: "refusé : la fiche artis.net est déjà reliée à la fiche HubSpot \(detail)"
        case .otherCompany: "refusé : les deux fiches dépendent d’entreprises différentes (\(detail))"
        case .otherType: "refusé : selon TD_HubspotAction cette action est « \(detail) »"
        case .underWay: "refusé : un worker traite l’une des deux fiches ; recommencez dans un instant"
        case .lineUnreadable: "refusé : ligne illisible (\(detail))"
        }
    }

    private var english: String {
        switch code {
        case .hubspotUnknown: "refused: HubSpot has no such record"
        case .hubspotMerged: "refused: this record of HubSpot was merged into \(detail)"
        case .artisUnknown: "refused: artis.net has no such record"
        case .hubspotLinked: "refused: HubSpot's record is linked with artis:\(detail) already"
        case .artisLinked: "refused: the record of artis.net is linked with HubSpot's \(detail) already"
        case .otherCompany: "refused: the two records hang on different companies (\(detail))"
        case .otherType: "refused: TD_HubspotAction makes this action “\(detail)”"
        case .underWay: "refused: a worker has one of the two in hands; try again in a moment"
        case .lineUnreadable: "refused: a line that cannot be read (\(detail))"
        }
    }
}

/// One line of the report.
struct LinkReport: Sendable, Equatable {
    var line: Int?
    /// nil for a line that cannot be read.
    var order: LinkOrder?
    var outcome: LinkOutcome

    /// What `link --json` prints, one a line:
    ///
    ///     {"line": n | null, "kind", "hubspot_id", "artis_id", "outcome": "linked" | "already_linked" | "refused",
    ///      "reason", "detail"}
    ///
    /// Every key is always there; `reason` is a word of `LinkRefusalCode`, null unless refused.
    var json: JSON {
        var refusal: LinkRefusal?
        if case .refused(let why) = outcome { refusal = why }
        return [
            "line": line.map(JSON.of) ?? .null, "kind": .of(order?.kind), "hubspot_id": .of(order?.hubspotID),
            "artis_id": .of(order?.artisID), "outcome": .string(outcome.word), "reason": .of(refusal?.code),
            "detail": .of(refusal?.detail),
        ]
    }

    func row(_ language: Language) -> [Words] {
        let place = line.map { [Words(language.of(fr: "ligne \($0)", en: "line \($0)"), .aside)] } ?? []
        return place + [
            Words(order?.kind.name(language) ?? "–"), Words(order?.hubspotID.rawValue ?? "–"),
            Words(order.map { "artis:\($0.artisID)" } ?? "–"), outcome.words(language),
        ]
    }
}
