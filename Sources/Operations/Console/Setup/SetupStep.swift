import Domain
import HubSpot
import Oversight

/// One thing that `passerelle setup` adds to the account.
enum SetupStep: Sendable, Equatable {
    case property(HubSpotPropertyDraft)
    /// To a dropdown that is there.
    case options(Kind, String, [HubSpotProperty.Option])
    case stage(SalesStage, pipeline: SalesPipeline, place: Int)

    /// The thing, for people and for the audit.
    var name: String {
        switch self {
        case .property(let draft): "\(draft.kind.rawValue).\(draft.property.name)"
        case .options(let kind, let property, let options):
            "\(kind.rawValue).\(property): " + options.map(\.value).joined(separator: ", ")
        case .stage(let stage, let pipeline, _): "\(pipeline.label) > \(stage.rawValue)"
        }
    }

    /// What the private app needs for it. Activities go by the scopes of contacts.
    var scope: String {
        let kind: Kind =
            switch self {
            case .property(let draft): draft.kind
            case .options(let kind, _, _): kind
            case .stage: .deal
            }
        return "crm.schemas.\((kind.role == .activity ? Kind.contact : kind).objectType).write"
    }

    func words(_ language: Language) -> String {
        switch self {
        case .property(let draft):
            let property = draft.property
            let options = property.options.filter { $0.value != "true" && $0.value != "false" }.map(\.value)
            let more =
                (property.hasUniqueValue ? [language.of(fr: "valeurs uniques", en: "unique values")] : [])
                + (options.isEmpty ? [] : [options.joined(separator: ", ")])
            return language.of(fr: "propriété", en: "property") + " \(name) (\(property.label))"
                + (more.isEmpty ? "" : " : \(more.joined(separator: " ; "))")
        case .options: return language.of(fr: "options de", en: "options of") + " \(name)"
        case .stage: return language.of(fr: "phase", en: "stage") + " \(name)"
        }
    }
}
