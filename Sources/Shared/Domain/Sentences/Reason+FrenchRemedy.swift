extension Reason {
    var frenchRemedy: String {
        switch self {
        case .companyNotSynced: "Rien à faire ici\u{A0}: la fiche partira dès que son entreprise sera synchronisée."
        case .companyStopped: "Restaurez l’entreprise, ou associez la fiche à une entreprise synchronisée."
        case .noCompany: "Associez la fiche à une entreprise dans HubSpot."
        case .otherPipeline: "Placez la transaction dans le pipeline utilisé avec artis.net."
        case .lifecycleNotReached: "Faites passer l’entreprise à la phase définie dans le paramètre d’artis.net."
        case .syncNotRequested: "Cochez la case synchro_artis de la fiche dans HubSpot."
        case .actionUnmapped: "Ajoutez dans TD_HubspotAction une ligne pour ce type d’action."
        case .relationNotSent: "Faites passer le tiers à Prospect ou à Client dans artis.net."
        case .siretMissing: "Renseignez le SIRET de l’établissement\u{A0}: quatorze chiffres."
        case .siretInvalid: "Corrigez le SIRET\u{A0}: les quatorze chiffres de l’établissement."
        case .siretDuplicate: "Fusionnez les deux fiches, ou corrigez le SIRET de celle qui est fausse."
        case .nameMissing: "Renseignez le champ manquant[ dans HubSpot\u{A0}: {detail}]."
        case .civiliteUnknown: "Choisissez une autre civilité, ou ajoutez ce code à la table Qualité personne."
        case .contactDuplicate: "Fusionnez les deux contacts, ou corrigez l’adresse mail de l’un d’eux."
        case .stageUnknown:
            "Nommez la phase exactement Approche, Négociation, Conclusion, Gagnée, Perdue ou Annulée."
        case .pipelineUnknown:
            "Donnez à un seul pipeline les six phases d’artis.net, ou nommez-le dans le réglage HUBSPOT_PIPELINE."
        case .triggerNotSet:
            "Indiquez dans ce paramètre d’artis.net le nom interne d’une phase du cycle de vie de HubSpot."
        case .roleMissing: "Ajoutez le code TELEVENDEUR_HUBSPOT à la table de libellés Rôle commercial."
        case .companyAmbiguous: "Ne laissez qu’une entreprise associée, ou marquez-en une comme principale."
        case .artisRefused: "Corrigez la valeur refusée\u{A0}; la fiche repartira d’elle-même."
        case .hubspotRefused: "Corrigez la valeur refusée\u{A0}; la fiche repartira d’elle-même."
        case .error: "Rien à faire\u{A0}: un nouvel essai est prévu."
        case .attemptsUsedUp: "Supprimez la cause de l’erreur, puis lancez «\u{A0}passerelle retry\u{A0}»."
        case .poisonMessage: "Transmettez cette erreur à la personne qui exploite Passerelle, puis relancez la fiche."
        case .deletedInHubSpot: "Restaurez la fiche dans HubSpot pour reprendre la synchronisation."
        case .deletedInArtis: "Restaurez la fiche dans artis.net pour reprendre la synchronisation."
        case .mergedInHubSpot: "Rien à faire\u{A0}: la fiche conservée prend le relais."
        }
    }
}
