import HTTP
import Synchronization
import TestKit

@testable import Console

extension Patient {
    /// The account's properties and options.
    static let properties: [Patient] = [
        Patient(
            .property, .fault, "company.SIRET: type number/number", "CRM > Entreprises > Actions > Modifier les propriétés > SIRET > Modifier"
        ) { clinic in
            try await clinic.setting("upper_case_refused", false)
            try await clinic.deleteProperty("companies", "SIRET")
            try await clinic.addProperty("companies", "SIRET", ["type": "number", "fieldType": "number"])
        } mended: { clinic in
            try await clinic.deleteProperty("companies", "SIRET")
            try await clinic.setUp()
            try await clinic.setting("upper_case_refused", true)
        },
        Patient(.property, .warning, "company.SIRET: dans le groupe autre", "Informations concernant l’entreprise") { clinic in
            try await clinic.sandbox.api(.patch, "/crm/v3/properties/companies/SIRET", ["groupName": "autre"])
        } mended: { clinic in
            try await clinic.sandbox.api(.patch, "/crm/v3/properties/companies/SIRET", ["groupName": "companyinformation"])
        },
        Patient(.property, .warning, "company.siret: n’est pas lue", "siret > Supprimer") { clinic in
            try await clinic.addProperty("companies", "siret")
        } mended: { try await $0.deleteProperty("companies", "siret") },
        Patient(setUp: .property, "company.ingenieur_commercial: la propriété manque", "Utilisateur HubSpot") {
            try await $0.deleteProperty("companies", "ingenieur_commercial")
        },
        Patient(setUp: .property, "company.ingenieur_commercial: type string/text", "> Supprimer, passerelle setup") { clinic in
            try await clinic.deleteProperty("companies", "ingenieur_commercial")
            try await clinic.addProperty("companies", "ingenieur_commercial")
        } first: { try await $0.deleteProperty("companies", "ingenieur_commercial") },
        Patient(setUp: .property, "company.synchro_artis: la propriété manque") { try await $0.deleteProperty("companies", "synchro_artis") },
        Patient(setUp: .property, "deal.synchro_artis: la propriété manque") { try await $0.deleteProperty("deals", "synchro_artis") },
        Patient(setUp: .property, "contact.synchro_artis: la propriété manque") { try await $0.deleteProperty("contacts", "synchro_artis") },
        Patient(setUp: .property, "deal.synchro_artis: type string/text", "CRM > Transactions > Actions") { clinic in
            try await clinic.deleteProperty("deals", "synchro_artis")
            try await clinic.addProperty("deals", "synchro_artis")
        } first: { try await $0.deleteProperty("deals", "synchro_artis") },
        Patient(setUp: .property, "contact.civilite: la propriété manque", "Menu déroulant") { try await $0.deleteProperty("contacts", "civilite") },
        Patient(setUp: .options, "contact.civilite.ME: le code n’a pas d’option", "nom interne ME") {
            try await $0.setOptions(Clinic.codes.dropLast())
        },
        Patient(.options, .fault, "contact.civilite.DR: artis.net ne connaît pas", "supprimez « Docteur »") {
            try await $0.setOptions(Clinic.codes + [("DR", "Docteur")])
        } mended: { try await $0.setOptions(Clinic.codes) },
        Patient(.options, .warning, "contact.civilite.M: s’appelle « Mr »", "libellé « Monsieur »") {
            try await $0.setOptions(Clinic.codes.map { ($0.0, $0.0 == "M" ? "Mr" : $0.1) })
        } mended: { try await $0.setOptions(Clinic.codes) },
        Patient(setUp: .reference, "company.passerelle_ref: la propriété manque") { try await $0.deleteProperty("companies", "passerelle_ref") },
        Patient(setUp: .reference, "email.passerelle_ref: la propriété manque") { try await $0.deleteProperty("emails", "passerelle_ref") },
        Patient(setUp: .reference, "deal.passerelle_ref: sans valeurs uniques", "> Supprimer ; passerelle setup") { clinic in
            try await clinic.deleteProperty("deals", "passerelle_ref")
            try await clinic.addProperty("deals", "passerelle_ref")
        } first: { try await $0.deleteProperty("deals", "passerelle_ref") },
        // The last: an account that refuses capitals has it under another name from here on.
        Patient(setUp: .property, "company.SIRET: la propriété manque", "nom interne SIRET") { try await $0.deleteProperty("companies", "SIRET") },
    ]

    /// Its token, its pipeline and what is told of it.
    static let account: [Patient] = [
        Patient(.hubspot, .fault, "HubSpot: HUBSPOT_ACCESS_TOKEN", "Applications privées") {
            try await $0.fault(["kind": "status", "status": 401, "system": "hubspot"])
        } mended: { try await $0.endFaults() },
        Patient(.hubspot, .fault, "HubSpot: HubSpot a répondu 503", "status.hubspot.com") {
            try await $0.fault(["kind": "status", "status": 503, "system": "hubspot"])
        } mended: { try await $0.endFaults() },
        Patient(.hubspot, .fault, "pipelines: n’ont pas pu être lus : 500", "support de HubSpot") {
            try await $0.fault(["kind": "status", "status": 500, "path": "/crm/v3/pipelines"])
        } mended: { try await $0.endFaults() },
        Patient(.scope, .fault, "crm.objects.owners.read: l’application privée n’a pas ce droit", "ajoutez crm.objects.owners.read") {
            try await $0.setting("missing_scopes", ["crm.objects.owners.read"])
        } mended: { try await $0.setting("missing_scopes", []) },
        Patient(.scope, .fault, "sales-email-read: sans ce droit, le corps des e-mails", "ajoutez sales-email-read") {
            try await $0.setting("missing_scopes", ["sales-email-read"])
        } mended: { try await $0.setting("missing_scopes", []) },
        Patient(.timeZone, .fault, "fuseau horaire", "Fuseau horaire") { try await $0.setting("time_zone", "Europe/Nowhere") } mended: {
            try await $0.setting("time_zone", "Europe/Paris")
        },
        Patient(.webhookSecret, .fault, "HUBSPOT_WEBHOOK_SECRET: manque", "copiez le secret client") { clinic in
            clinic.settings.withLock { $0.hasWebhookSecret = false }
        } mended: { clinic in clinic.settings.withLock { $0.hasWebhookSecret = true } },
        Patient(setUp: .stage, "Ventes > Annulée: la phase manque", "+ Ajouter une phase : Annulée") { try await $0.deleteStage("Annulée") },
        Patient(.stage, .fault, "s’appelle « Negociation »", "renommez « Negociation » en Négociation") {
            try await $0.renameStage("Négociation", to: "Negociation")
        } mended: { try await $0.renameStage("Négociation", to: "Négociation") },
        Patient(.stage, .fault, "s’appelle « Conclusion  »", "en Conclusion") { try await $0.renameStage("Conclusion", to: "Conclusion ") } mended: {
            try await $0.renameStage("Conclusion", to: "Conclusion")
        },
        Patient(.stage, .fault, "s’appelle « gagnée »", "en Gagnée") { try await $0.renameStage("Gagnée", to: "gagnée") } mended: {
            try await $0.renameStage("Gagnée", to: "Gagnée")
        },
        Patient(.pipeline, .fault, "HUBSPOT_PIPELINE: aucun pipeline ne s’appelle « ventes »", "HUBSPOT_PIPELINE=Ventes") { clinic in
            clinic.settings.withLock { $0.pipeline = "ventes" }
        } mended: { clinic in clinic.settings.withLock { $0.pipeline = "Ventes" } },
        Patient(.siret, .warning, "SIRET invalides: 1", "CRM > Entreprises") { clinic in
            _ = try await clinic.scene.create("companies", ["name": "Durand", "siret": "123 456 789"])
        } mended: { try await $0.archiveAll() },
        Patient(.siret, .warning, "SIRET en double: 1", "fusionnez") { clinic in
            for siret in ["732 829 320 00074", "73282932000074"] {
                _ = try await clinic.scene.create("companies", ["name": "Durand", "siret": siret])
            }
        } mended: { try await $0.archiveAll() },
        Patient(.siret, .warning, "sans SIRET : 1", "renseignez") { clinic in
            _ = try await clinic.scene.create("companies", ["name": "Durand", "synchro_artis": "true"])
        } mended: { try await $0.archiveAll() },
        Patient(.automaticCompanies, .warning, "1 entreprises d’après des domaines", "Objets > Entreprises : décochez") { clinic in
            try await clinic.setting("companies_from_mail_domains", true)
            _ = try await clinic.scene.create("contacts", ["email": "zoe@durand.example"])
        } mended: { clinic in
            try await clinic.setting("companies_from_mail_domains", false)
            try await clinic.archiveAll()
        },
    ]
}
