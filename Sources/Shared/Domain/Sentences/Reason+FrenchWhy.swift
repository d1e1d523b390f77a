extension Reason {
    var frenchWhy: String {
        switch self {
        case .companyNotSynced: "Son entreprise[ ({detail})] n’est pas encore synchronisée."
        case .companyStopped: "La synchronisation de son entreprise[ ({detail})] est arrêtée."
        case .noCompany: "La fiche n’est associée à aucune entreprise."
        case .otherPipeline:
            "La transaction se trouve dans un pipeline[ ({detail})] qui n’est pas utilisé avec artis.net."
        case .lifecycleNotReached:
            "La phase du cycle de vie de l’entreprise[ ({detail})] n’est pas celle qui déclenche la synchronisation."
        case .syncNotRequested: "La case synchro_artis n’est pas cochée."
        case .actionUnmapped:
            "Ce type d’action[ ({detail})] ne correspond à aucune ligne de la table de décision TD_HubspotAction."
        case .relationNotSent: "La relation du tiers[ ({detail})] n’est ni Prospect ni Client."
        case .siretMissing: "Le SIRET n’est pas renseigné."
        case .siretInvalid: "Le SIRET n’est pas valable[\u{A0}: {detail}]."
        case .siretDuplicate: "Une autre fiche entreprise[ ({detail})] porte déjà ce SIRET."
        case .nameMissing: "Un champ obligatoire dans artis.net est vide[\u{A0}: {detail}]."
        case .civiliteUnknown:
            "La civilité[ «\u{A0}{detail}\u{A0}»] n’existe pas dans la table Qualité personne d’artis.net."
        case .contactDuplicate: "Un autre contact[ ({detail})] possède déjà cette adresse mail."
        case .stageUnknown: "La phase[ «\u{A0}{detail}\u{A0}»] n’est le nom d’aucun statut d’affaire d’artis.net."
        case .pipelineUnknown:
            "Le pipeline utilisé avec artis.net ne peut pas être déterminé[\u{A0}: plusieurs conviennent ({detail})]."
        case .triggerNotSet:
            "Le paramètre HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE est absent ou ne désigne aucune phase[ ({detail})]."
        case .roleMissing: "Le rôle commercial TELEVENDEUR_HUBSPOT n’existe pas dans artis.net."
        case .companyAmbiguous: "Plusieurs entreprises sont possibles[ ({detail})] et aucune règle ne les départage."
        case .artisRefused: "artis.net a refusé la fiche[\u{A0}: {detail}]."
        case .hubspotRefused: "HubSpot a refusé la fiche[\u{A0}: {detail}]."
        case .error: "Le dernier essai a échoué[\u{A0}: {detail}]."
        case .attemptsUsedUp: "Tous les essais ont échoué[\u{A0}; dernière erreur\u{A0}: {detail}]."
        case .poisonMessage: "Le traitement de cette fiche s’est interrompu plusieurs fois de suite[\u{A0}: {detail}]."
        case .deletedInHubSpot: "La fiche a été supprimée dans HubSpot."
        case .deletedInArtis: "La fiche a été supprimée dans artis.net."
        case .mergedInHubSpot: "La fiche a été fusionnée dans HubSpot avec une autre[ ({detail})]."
        }
    }
}
