extension Reason {
    var englishRemedy: String {
        switch self {
        case .companyNotSynced: "Nothing to do here: the record goes as soon as its company is synced."
        case .companyStopped: "Restore the company, or associate the record with one that is synced."
        case .noCompany: "Associate the record with a company in HubSpot."
        case .otherPipeline: "Move the deal to the pipeline used with artis.net."
        case .lifecycleNotReached: "Move the company to the stage set in the artis.net parameter."
        case .syncNotRequested: "Tick the record’s box synchro_artis in HubSpot."
        case .actionUnmapped: "Add a row for this type of action to TD_HubspotAction."
        case .relationNotSent: "Make the tiers a Prospect or a Client in artis.net."
        case .siretMissing: "Fill in the SIRET of the establishment: fourteen digits."
        case .siretInvalid: "Correct the SIRET: the fourteen digits of the establishment."
        case .siretDuplicate: "Merge the two records, or correct the SIRET of the one that is wrong."
        case .nameMissing: "Fill in the missing field[ in HubSpot: {detail}]."
        case .civiliteUnknown: "Choose another civilité, or add this code to the table Qualité personne."
        case .contactDuplicate: "Merge the two contacts, or correct the e-mail address of one of them."
        case .stageUnknown: "Name the stage exactly Approche, Négociation, Conclusion, Gagnée, Perdue or Annulée."
        case .pipelineUnknown:
            "Give one pipeline only the six stages of artis.net, or name it in the setting HUBSPOT_PIPELINE."
        case .triggerNotSet: "Put the internal name of a HubSpot lifecycle stage into this artis.net parameter."
        case .roleMissing: "Add the code TELEVENDEUR_HUBSPOT to the label table Rôle commercial."
        case .companyAmbiguous: "Leave one company only associated, or mark one of them as primary."
        case .artisRefused: "Correct the value that was refused; the record then goes by itself."
        case .hubspotRefused: "Correct the value that was refused; the record then goes by itself."
        case .error: "Nothing to do: another attempt is planned."
        case .attemptsUsedUp: "Remove the cause of the error, then run “passerelle retry”."
        case .poisonMessage: "Hand this error to whoever runs Passerelle, then retry the record."
        case .deletedInHubSpot: "Restore the record in HubSpot to resume its sync."
        case .deletedInArtis: "Restore the record in artis.net to resume its sync."
        case .mergedInHubSpot: "Nothing to do: the record that was kept carries on."
        }
    }
}
