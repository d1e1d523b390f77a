extension Reason {
    var englishWhy: String {
        switch self {
        case .companyNotSynced: "Its company[ ({detail})] is not synced yet."
        case .companyStopped: "The sync of its company[ ({detail})] has stopped."
        case .noCompany: "The record is associated with no company."
        case .otherPipeline: "The deal is in a pipeline[ ({detail})] that is not used with artis.net."
        case .lifecycleNotReached: "The company’s lifecycle stage[ ({detail})] is not the one that starts the sync."
        case .syncNotRequested: "The box synchro_artis is not ticked."
        case .actionUnmapped: "This type of action[ ({detail})] matches no row of the decision table TD_HubspotAction."
        case .relationNotSent: "The relation of the tiers[ ({detail})] is neither Prospect nor Client."
        case .siretMissing: "There is no SIRET."
        case .siretInvalid: "The SIRET is not valid[: {detail}]."
        case .siretDuplicate: "Another company record[ ({detail})] already has this SIRET."
        case .nameMissing: "A field that artis.net requires is empty[: {detail}]."
        case .civiliteUnknown: "The civilité[ “{detail}”] is not in the artis.net table Qualité personne."
        case .contactDuplicate: "Another contact[ ({detail})] already has this e-mail address."
        case .stageUnknown: "The stage[ “{detail}”] is not the name of any artis.net deal status."
        case .pipelineUnknown: "The pipeline used with artis.net cannot be told[: several would do ({detail})]."
        case .triggerNotSet:
            "The parameter HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE is missing or names no stage[ ({detail})]."
        case .roleMissing: "The sales role TELEVENDEUR_HUBSPOT does not exist in artis.net."
        case .companyAmbiguous: "Several companies are possible[ ({detail})] and no rule decides between them."
        case .artisRefused: "artis.net refused the record[: {detail}]."
        case .hubspotRefused: "HubSpot refused the record[: {detail}]."
        case .error: "The last attempt failed[: {detail}]."
        case .attemptsUsedUp: "Every attempt failed[; last error: {detail}]."
        case .poisonMessage: "Work on this record broke off several times in a row[: {detail}]."
        case .deletedInHubSpot: "The record was deleted in HubSpot."
        case .deletedInArtis: "The record was deleted in artis.net."
        case .mergedInHubSpot: "The record was merged into another one in HubSpot[ ({detail})]."
        }
    }
}
