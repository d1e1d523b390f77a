import HTTP
import TestKit

@testable import Console

extension Patient {
    static let artis: [Patient] = [
        Patient(.artis, .fault, "artis.net: artis.net a répondu 503", "attendez") {
            try await $0.fault(["kind": "status", "status": 503, "system": "artis"])
        } mended: { try await $0.endFaults() },
        Patient(.artis, .fault, "artis.net: ARTIS_API_KEY", "vérifiez ARTIS_API_KEY") {
            try await $0.fault(["kind": "status", "status": 401, "system": "artis"])
        } mended: { try await $0.endFaults() },
        Patient(.trigger, .fault, "\(Clinic.trigger): le paramètre manque", "Gérer les paramètres > \(Clinic.trigger)") {
            try await $0.scene.setParameter(Clinic.trigger, nil)
        } mended: { try await $0.scene.setParameter(Clinic.trigger, "opportunity") },
        Patient(.trigger, .fault, "« Opportunity » n’est aucune phase", "opportunity plutôt que") {
            try await $0.scene.setParameter(Clinic.trigger, "Opportunity")
        } mended: { try await $0.scene.setParameter(Clinic.trigger, "opportunity") },
        Patient(.delay, .warning, "200 ms", "500 ou plus") { try await $0.scene.setParameter(Clinic.delay, "200") } mended: {
            try await $0.scene.setParameter(Clinic.delay, "500")
        },
        Patient(.delay, .warning, "le paramètre manque", "500 ou plus") { try await $0.scene.setParameter(Clinic.delay, nil) } mended: {
            try await $0.scene.setParameter(Clinic.delay, "500")
        },
        Patient(.role, .fault, "le rôle manque", "Gérer les tables de libellés > Rôle commercial") { try await $0.role("PRESCRIPTEUR") } mended: {
            try await $0.role("TELEVENDEUR_HUBSPOT")
        },
        Patient(.role, .fault, "« Televendeur_Hubspot »", "respecter la casse") { try await $0.role("Televendeur_Hubspot") } mended: {
            try await $0.role("TELEVENDEUR_HUBSPOT")
        },
        Patient(.role, .warning, "n’est plus actif", "réactivez") { try await $0.role("TELEVENDEUR_HUBSPOT", active: false) } mended: {
            try await $0.role("TELEVENDEUR_HUBSPOT")
        },
        Patient(.civilities, .fault, "aucune ligne active", "Qualité personne : ajoutez") { try await $0.civilities(active: false) } mended: {
            try await $0.civilities()
        },
        Patient(.actions, .fault, "EMAIL: aucune ligne", "Gérer les tables de décision > TD_HubspotAction > bouton crayon") {
            try await $0.scene.setActions(Clinic.actions.dropLast())
        } mended: { try await $0.scene.setActions(Clinic.actions) },
        Patient(.actions, .fault, "« SMS » n’est ni CALL", "ligne 4 : choisissez") {
            try await $0.scene.setActions(Clinic.actions + [("Commerce", "SMS", "Relance", "SMS")])
        } mended: { try await $0.scene.setActions(Clinic.actions) },
        Patient(.actions, .warning, "jamais atteinte : la ligne 1 répond", "placez la ligne 5 avant la ligne 1") {
            try await $0.scene.setActions([("Divers", "*", "*", "MEETING")] + Clinic.actions + [("Divers", "Appel", "Rappel", "CALL")])
        } mended: { try await $0.scene.setActions(Clinic.actions) },
        Patient(.actions, .warning, "le motif « Déjeuner » donne CALL", "ligne 4") {
            try await $0.scene.setActions(Clinic.actions + [("Divers", "Repas", "Déjeuner", "CALL")])
        } mended: { try await $0.scene.setActions(Clinic.actions) },
        Patient(.actions, .warning, "le motif « Rendez-vous » donne CALL", "ligne 4") {
            try await $0.scene.setActions(Clinic.actions + [("Divers", "Appel", "Rendez-vous", "CALL")])
        } mended: { try await $0.scene.setActions(Clinic.actions) },
        Patient(.users, .warning, "HubSpot: utilisateurs sans collaborateur artis.net: 1 (neuf@atelier-lumen.example)", "Ajouter un collaborateur") {
            try await $0.owner("neuf@atelier-lumen.example", user: 9_200_001)
        } mended: { try await $0.person("CO9002", "Neuf@Atelier-Lumen.example") },
        Patient(.sellers, .warning, "artis.net: commerciaux sans utilisateur HubSpot: 1", "Créer un utilisateur") {
            try await $0.person("CO9003", "vend@atelier-lumen.example")
        } mended: { try await $0.owner("vend@atelier-lumen.example", user: 9_200_002) },
        Patient(.sellers, .warning, "l’utilisateur HubSpot est archivé: 1 (vend@atelier-lumen.example)", "réactivez") {
            try await $0.owner("vend@atelier-lumen.example", user: 9_200_002, archived: true)
        } mended: { try await $0.owner("vend@atelier-lumen.example", user: 9_200_002) },
        Patient(.sellers, .warning, "commerciaux sans adresse mail: 1 (CO9005)", "renseignez l’adresse mail") {
            try await $0.person("CO9005", "")
        } mended: { try await $0.person("CO9005", "", active: false) },
        Patient(.users, .warning, "le collaborateur artis.net est inactif: 1 (neuf@atelier-lumen.example)", "réactivez") {
            try await $0.person("CO9002", "neuf@atelier-lumen.example", active: false)
        } mended: { try await $0.person("CO9002", "neuf@atelier-lumen.example") },
        Patient(.namesakes, .warning, "HubSpot: vend@atelier-lumen.example est l’adresse de plusieurs", "désactivez") {
            try await $0.owner("VEND@atelier-lumen.example", user: 9_200_003)
        } mended: { try await $0.owner("VEND@atelier-lumen.example", user: 9_200_003, archived: true) },
        Patient(.namesakes, .warning, "artis.net: vend@atelier-lumen.example est l’adresse de plusieurs", "désactivez") {
            try await $0.person("CO9004", "vend@atelier-lumen.example")
        } mended: { try await $0.person("CO9004", "vend@atelier-lumen.example", active: false) },
    ]
}
