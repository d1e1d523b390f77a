import Domain
import HubSpot

@testable import Console

extension Ailment {
    private static let menu = "Actions > Modifier les propriétés > "

    static let ofHubSpot: [Ailment] = [
        Ailment("a token that is refused", .hubspot, .fault, says: ["HubSpot", "401"], remedy: ["vérifiez HUBSPOT_ACCESS_TOKEN"]) {
            $0.hubspot = .away("401", .credential)
        },
        Ailment("HubSpot is down", .hubspot, .fault, says: ["HubSpot a répondu 503"], remedy: ["attendez", "status.hubspot.com"]) {
            $0.hubspot = .away("HubSpot answered 503", .outage)
        },
        Ailment("the day's calls are used up", .hubspot, .fault, says: ["le quota du jour est épuisé"], remedy: ["attendez", "passerelle status"]) {
            $0.hubspot = .away("not now: daily_quota", .later)
        },
        Ailment("an answer that nobody understands", .hubspot, .fault, says: ["500"], remedy: ["support de HubSpot"]) {
            $0.hubspot = .away("500: oops", .other)
        },
        Ailment("no limiter", .hubspot, .fault, says: ["non vérifié"], remedy: ["PostgreSQL"]) { $0.hubspot = .notAsked },
        Ailment("a zone that nobody knows", .timeZone, .fault, says: ["fuseau"], remedy: ["Fuseau horaire"]) {
            $0.hubspot { $0.zone = nil }
        },
        Ailment("a scope", .scope, .fault, says: ["crm.objects.deals.write"], remedy: ["Applications privées", "ajoutez crm.objects.deals.write"]) {
            $0.hubspot { $0.scopes?.remove("crm.objects.deals.write") }
        },
        Ailment("redacted e-mails", .scope, .fault, says: ["sales-email-read", "masqué"], remedy: ["ajoutez sales-email-read"]) {
            $0.hubspot { $0.scopes?.remove("sales-email-read") }
        },
        Ailment("scopes untold", .scope, .warning, says: ["sales-email-read"], remedy: ["vérifiez"]) { $0.hubspot { $0.scopes = nil } },
        Ailment("something refused", .scope, .fault, says: ["owners", "refuse", "non"], remedy: ["Champs d’application : ajoutez"]) {
            $0.hubspot { $0.refusals = [.init(thing: "owners", message: "non", cause: .scope)] }
        },
        Ailment("something spoiled", .hubspot, .fault, says: ["owners", "pas pu être lus", "500"], remedy: ["support de HubSpot"]) {
            $0.hubspot { $0.refusals = [.init(thing: "owners", message: "500: oops", cause: .other)] }
        },
        Ailment("no right to make what is missing", .scope, .warning, says: ["crm.schemas.deals.write", "passerelle setup"], remedy: ["ajoutez crm.schemas.deals.write"], with: [.stage]) {
            $0.rename(.cancelled, to: nil)
            $0.hubspot { $0.scopes?.remove("crm.schemas.deals.write") }
        },
        Ailment("no webhook secret", .webhookSecret, .fault, says: ["HUBSPOT_WEBHOOK_SECRET"], remedy: ["secret client"]) {
            $0.settings.hasWebhookSecret = false
        },
        Ailment("webhooks to this machine", .webhookURL, .warning, says: ["http://127.0.0.1:8080"], remedy: ["INGEST_PUBLIC_URL= l’adresse https"]) {
            $0.settings.publicURL = "http://127.0.0.1:8080/webhooks/hubspot"
        },
        Ailment(
            "no SIRET", .property, .fault, says: ["company.SIRET", "manque"],
            remedy: ["passerelle setup", "CRM > Entreprises > \(menu)Créer une propriété", "nom interne SIRET", "Informations concernant l’entreprise", "Texte à une ligne"]
        ) { $0.remove(.company, "SIRET") },
        Ailment("SIRET is a number", .property, .fault, says: ["company.SIRET", "number/number"], 
            remedy: ["passerelle pause company ; exportez l’ID de fiche et SIRET ;", "SIRET > Modifier : type de champ « Texte à une ligne »", "importez ces valeurs", "passerelle resume company"]
        ) {
            $0.property(.company, "SIRET") { ($0.type, $0.fieldType) = ("number", "number") }
        },
        Ailment("SIRET in another group", .property, .warning, says: ["company.SIRET", "ventes"], remedy: ["groupe « Informations concernant l’entreprise »"]) {
            $0.property(.company, "SIRET") { $0.groupName = "ventes" }
        },
        Ailment("SIRET twice", .property, .warning, says: ["company.siret", "SIRET l’est"], remedy: ["Supprimer"]) {
            $0.hubspot { $0.properties[.company]?.append(HubSpotProperty(name: "siret")) }
        },
        Ailment("ingenieur_commercial is no user", .property, .fault, says: ["company.ingenieur_commercial", "enumeration/select"], 
            remedy: ["exportez l’ID de fiche et ingenieur_commercial", "ingenieur_commercial > Supprimer, passerelle setup, puis importez", "l’adresse mail de l’utilisateur"]
        ) {
            $0.property(.company, "ingenieur_commercial") { $0.referencedObjectType = nil }
        },
        Ailment("another name", .property, .fault, says: ["company.ingenieur_commercial", "« ingénieur_commercial »"], remedy: ["nom interne ingenieur_commercial"]) {
            $0.property(.company, "ingenieur_commercial") { $0.name = "ingénieur_commercial" }
        },
        Ailment("no box", .property, .fault, says: ["deal.synchro_artis"], remedy: ["CRM > Transactions > \(menu)", "Une seule case à cocher"]) {
            $0.remove(.deal, "synchro_artis")
        },
        Ailment("the box is a dropdown", .property, .fault, says: ["contact.synchro_artis", "enumeration/select"], remedy: ["CRM > Contacts > \(menu)"]) {
            $0.property(.contact, "synchro_artis") { ($0.type, $0.fieldType) = ("enumeration", "select") }
        },
        Ailment("civilite is a text", .property, .fault, says: ["contact.civilite", "string/text"],
            remedy: ["exportez l’ID de fiche et civilite", "type de champ « Menu déroulant », puis adaptez les valeurs aux codes de Qualité personne"]
        ) {
            $0.property(.contact, "civilite") { ($0.type, $0.fieldType) = ("string", "text") }
        },
        Ailment("no civilite", .property, .fault, says: ["contact.civilite"], remedy: ["passerelle setup", "Menu déroulant", "autant d’options que de codes"]) {
            $0.remove(.contact, "civilite")
        },
        Ailment("an option too many", .options, .fault, says: ["contact.civilite.DR"], remedy: ["civilite > Options : supprimez « Docteur » une fois ses contacts passés à un autre code"]) {
            $0.property(.contact, "civilite") { $0.options.append(.init(value: "DR", label: "Docteur")) }
        },
        Ailment("an option too few", .options, .fault, says: ["contact.civilite.MME"], remedy: ["passerelle setup", "ajoutez « Madame », nom interne MME"]) {
            $0.property(.contact, "civilite") { $0.options.removeLast() }
        },
        Ailment("an option that is hidden", .options, .warning, says: ["contact.civilite.MME", "masquée"], remedy: ["Options : affichez « Madame »"]) {
            $0.property(.contact, "civilite") { $0.options[1].hidden = true }
        },
        Ailment("another label", .options, .warning, says: ["contact.civilite.M", "« Mr »", "« Monsieur »"], remedy: ["libellé « Monsieur »"]) {
            $0.property(.contact, "civilite") { $0.options[0].label = "Mr" }
        },
        Ailment("no reference", .reference, .fault, says: ["email.passerelle_ref"], remedy: ["passerelle setup", "valeurs uniques"]) {
            $0.remove(.email, "passerelle_ref")
        },
        Ailment("a reference for all", .reference, .fault, says: ["deal.passerelle_ref", "sans valeurs uniques"], 
            remedy: ["passerelle pause deal ; exportez l’ID de fiche et passerelle_ref ;", "importez ces valeurs", "deux fois ; passerelle resume deal"]
        ) {
            $0.property(.deal, "passerelle_ref") { $0.hasUniqueValue = false }
        },
        Ailment("activities refuse unique values", .reference, .warning, says: ["call.passerelle_ref"], remedy: ["rien si le compte refuse", "exportez l’ID de fiche"]) {
            $0.property(.call, "passerelle_ref") { $0.hasUniqueValue = false }
        },
        Ailment("a stage", .stage, .fault, says: ["Ventes > Annulée", "manque"], remedy: ["passerelle setup", "Pipelines > Ventes > Configurer > + Ajouter une phase : Annulée"]) {
            $0.rename(.cancelled, to: nil)
        },
        Ailment("an accent", .stage, .fault, says: ["Ventes > Négociation", "« Negociation »"], remedy: ["renommez « Negociation » en Négociation"]) {
            $0.rename(.negotiation, to: "Negociation")
        },
        Ailment("a trailing blank", .stage, .fault, says: ["« Conclusion\u{00A0} »"], remedy: ["renommez"]) {
            $0.rename(.conclusion, to: "Conclusion\u{00A0}")
        },
        Ailment("case", .stage, .fault, says: ["« GAGNÉE »"], remedy: ["en Gagnée"]) { $0.rename(.won, to: "GAGNÉE") },
        Ailment("a stage of one's own", .stage, .warning, says: ["« Signature »"], remedy: ["supprimez-les"]) {
            $0.hubspot { $0.pipelines?[0].stages.append(.init(id: "s", label: "Signature")) }
        },
        Ailment("a stage and its near miss", .stage, .warning, says: ["bloquent leurs transactions : « approche  »"], remedy: ["supprimez-les"]) {
            $0.hubspot { $0.pipelines?[0].stages.append(.init(id: "s", label: "approche ")) }
        },
        Ailment("two near misses", .stage, .fault, says: ["« approche »"], remedy: ["renommez « approche » en Approche"], with: [.stage]) {
            $0.rename(.approach, to: "approche")
            $0.hubspot { $0.pipelines?[0].stages.append(.init(id: "s", label: "Approche ")) }
        },
        Ailment("two pipelines", .pipeline, .fault, says: ["Ventes (1), Export (2)"], remedy: ["HUBSPOT_PIPELINE"]) {
            $0.hubspot { account in
                guard var twin = account.pipelines?.first else { return }
                (twin.id, twin.label) = ("2", "Export")
                account.pipelines?.append(twin)
            }
        },
        Ailment("no pipeline", .pipeline, .fault, says: ["aucun"], remedy: ["HUBSPOT_PIPELINE", "passerelle setup"]) {
            $0.hubspot { $0.pipelines = ["A", "B"].map { SalesPipeline(id: $0, label: $0, stages: []) } }
        },
        Ailment("a pipeline of no such name", .pipeline, .fault, says: ["HUBSPOT_PIPELINE", "« ventes »"], remedy: ["HUBSPOT_PIPELINE=Ventes"]) {
            $0.settings.pipeline = "ventes"
        },
        Ailment("invalid SIRETs", .siret, .warning, says: ["invalides", "2 (101, 102)", "parmi les 3 premiers, sur 9"], remedy: ["CRM > Entreprises"]) {
            $0.hubspot { $0.sirets = SIRETFacts(filled: 9, read: 3, invalid: ["101", "102"], shared: [], sharedInAll: nil, missing: 0) }
        },
        Ailment("duplicate SIRETs", .siret, .warning, says: ["en double", "1 (101 = 104)"], remedy: ["fusionnez"]) {
            $0.hubspot { $0.sirets?.shared = [["101", "104"]] }
        },
        Ailment("duplicate SIRETs further on", .siret, .warning, says: ["en double", "7"], remedy: ["fusionnez"]) {
            $0.hubspot { $0.sirets?.sharedInAll = 7 }
        },
        Ailment("missing SIRETs", .siret, .warning, says: ["sans SIRET : 4"], remedy: ["renseignez"]) { $0.hubspot { $0.sirets?.missing = 4 } },
        Ailment("companies of mail domains", .automaticCompanies, .warning, says: ["2 entreprises"], remedy: ["Objets > Entreprises", "décochez"]) {
            $0.hubspot { $0.automaticCompanies = 2 }
        },
    ]
}
