package import Domain

/// The pieces of reference data, each fetched by one process for the whole fleet.
package enum ReferenceKey: String, CaseIterable, Sendable {
    case trigger = "artis.trigger"
    case delay = "artis.delay"
    case civilities = "artis.civilities"
    case roles = "artis.roles"
    case actions = "artis.actions"
    case collaborateurs = "artis.collaborateurs"
    case owners = "hubspot.owners"
    case pipelines = "hubspot.pipelines"
    case companyProperties = "hubspot.company_properties"
    case account = "hubspot.account"
    case ownReferences = "hubspot.own_references"

    /// The system that owns it.
    package var system: System {
        switch self {
        case .trigger, .delay, .civilities, .roles, .actions, .collaborateurs: .artis
        case .owners, .pipelines, .companyProperties, .account, .ownReferences: .hubspot
        }
    }

    /// Parameters are in force within a minute (R22); all else is refreshed every five minutes, and when an unknown
    /// value is met. What `setup` makes once is looked at by the hour.
    var maxAge: Duration {
        switch self {
        case .trigger, .delay: .seconds(30)
        case .civilities, .roles, .actions, .collaborateurs, .owners, .pipelines, .companyProperties, .account:
            .seconds(300)
        case .ownReferences: .seconds(3_600)
        }
    }

    /// What is tried again when this piece changes (rules.md, last sentence).
    var reasons: [Reason] {
        switch self {
        case .trigger: [.triggerNotSet, .lifecycleNotReached]
        case .delay, .account: []
        case .civilities: [.civiliteUnknown]
        case .roles: [.roleMissing]
        case .actions: [.actionUnmapped]
        case .collaborateurs, .owners: []
        case .pipelines: [.stageUnknown, .pipelineUnknown, .otherPipeline]
        case .companyProperties: [.triggerNotSet, .siretMissing, .hubspotRefused]
        case .ownReferences: [.hubspotRefused]
        }
    }

    var warnings: [Warning.Code] {
        switch self {
        case .collaborateurs, .owners: [.personUnmatched]
        case .trigger, .delay, .account, .civilities, .roles, .actions, .pipelines, .companyProperties, .ownReferences: []
        }
    }

    /// The pieces that might know a value which has just turned out unknown.
    static func knowing(_ reason: Reason) -> [ReferenceKey] {
        switch reason {
        case .stageUnknown, .pipelineUnknown: [.pipelines]
        case .civiliteUnknown: [.civilities]
        case .roleMissing: [.roles]
        case .actionUnmapped: [.actions]
        case .triggerNotSet: [.trigger, .companyProperties]
        case .hubspotRefused: [.ownReferences]
        case .companyNotSynced, .companyStopped, .noCompany, .otherPipeline, .lifecycleNotReached, .syncNotRequested,
            .relationNotSent, .siretMissing, .siretInvalid, .siretDuplicate, .nameMissing, .contactDuplicate,
            .companyAmbiguous, .artisRefused, .error, .attemptsUsedUp, .poisonMessage,
            .deletedInHubSpot, .deletedInArtis, .mergedInHubSpot:
            []
        }
    }
}
