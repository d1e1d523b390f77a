import Domain
import HubSpot

/// What is missing in HubSpot and can be created there; pure.
struct SetupPlan: Sendable, Equatable {
    var steps: [SetupStep]

    /// What the private app needs for all of them.
    var scopes: [String] { Set(steps.map(\.scope)).sorted() }

    /// - Parameters:
    ///   - account: kinds whose properties could not be read get none.
    ///   - civilities: *Qualité personne*; nil where artis does not tell, and `civilite` is left alone then.
    ///   - pipeline: `HUBSPOT_PIPELINE`.
    init(_ account: HubSpotFacts, civilities: LabelTable?, pipeline: String?) {
        let wanted = WantedProperty.all.filter { want in
            account.properties[want.kind].map { want.find(in: $0) == nil } ?? false
        }
        steps = wanted.compactMap { PropertyDrafting.draft($0, civilities).map(SetupStep.property) }
        steps += Self.references(account.properties)
        steps += Self.options(account.properties[.contact] ?? [], civilities)
        steps += Self.stages(account.pipelines ?? [], setting: pipeline)
    }

    private static func references(_ account: [Kind: [HubSpotProperty]]) -> [SetupStep] {
        Kind.allCases.compactMap { kind in
            guard let properties = account[kind], !properties.contains(where: { $0.name == HubSpotName.reference }) else { return nil }
            return .property(PropertyDrafting.reference(kind, beside: properties))
        }
    }

    private static func options(_ contact: [HubSpotProperty], _ table: LabelTable?) -> [SetupStep] {
        guard let table, let property = WantedProperty.civilite.find(in: contact), property.type == "enumeration" else { return [] }
        let missing = OptionChecks.missing(property, table).map { HubSpotProperty.Option(value: $0.code, label: $0.label) }
        return missing.isEmpty ? [] : [.options(.contact, property.name, missing)]
    }

    /// A stage that is nearly there wants another name, not a twin: nothing is renamed here.
    private static func stages(_ pipelines: [SalesPipeline], setting: String?) -> [SetupStep] {
        guard case .found(let pipeline) = SalesPipelineSearch.search(setting: setting, pipelines) else { return [] }
        let labels = pipeline.stages.map(\.label)
        return pipeline.missingStages.filter { NearMiss.of($0.rawValue, among: labels) == nil }.enumerated().map { more, stage in
            .stage(stage, pipeline: pipeline, place: labels.count + more)
        }
    }
}
