/// Why a pair stands where it stands; the words of rules.md, fixed for scripts.
public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    // waiting
    case companyNotSynced = "COMPANY_NOT_SYNCED"
    case companyStopped = "COMPANY_STOPPED"
    case noCompany = "NO_COMPANY"
    // not eligible (OTHER_PIPELINE is a wait once the deal is latched: R16)
    case otherPipeline = "OTHER_PIPELINE"
    case lifecycleNotReached = "LIFECYCLE_NOT_REACHED"
    case syncNotRequested = "SYNC_NOT_REQUESTED"
    case actionUnmapped = "ACTION_UNMAPPED"
    case relationNotSent = "RELATION_NOT_SENT"
    // blocked: someone must act
    case siretMissing = "SIRET_MISSING"
    case siretInvalid = "SIRET_INVALID"
    case siretDuplicate = "SIRET_DUPLICATE"
    case nameMissing = "NAME_MISSING"
    case civiliteUnknown = "CIVILITE_UNKNOWN"
    case contactDuplicate = "CONTACT_DUPLICATE"
    case stageUnknown = "STAGE_UNKNOWN"
    case pipelineUnknown = "PIPELINE_UNKNOWN"
    case triggerNotSet = "TRIGGER_NOT_SET"
    case roleMissing = "ROLE_MISSING"
    case companyAmbiguous = "COMPANY_AMBIGUOUS"
    case artisRefused = "ARTIS_REFUSED"
    case hubspotRefused = "HUBSPOT_REFUSED"
    // retrying and failed
    case error = "ERROR"
    case attemptsUsedUp = "ATTEMPTS_USED_UP"
    case poisonMessage = "POISON_MESSAGE"
    // stopped
    case deletedInHubSpot = "DELETED_IN_HUBSPOT"
    case deletedInArtis = "DELETED_IN_ARTIS"
    case mergedInHubSpot = "MERGED_IN_HUBSPOT"
}
