import Domain
import HubSpot

@testable import Console

extension Ailment {
    private static let parameters = "Menu Paramétrage > Paramètres généraux > Gérer les paramètres"
    private static let labels = "Menu Paramétrage > Paramètres généraux > Gérer les tables de libellés"
    private static let decisions = "Menu Paramétrage > Paramètres généraux > Gérer les tables de décision > TD_HubspotAction"
    private static let trigger = "HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"

    static let ofArtis: [Ailment] = [
        Ailment("artis is down", .artis, .fault, says: ["artis.net a répondu 503"], remedy: ["attendez", "le pont d’artis.net"]) {
            $0.artis = .away("artis.net answered 503", .outage)
        },
        Ailment("a key that is refused", .artis, .fault, says: ["401"], remedy: ["vérifiez ARTIS_API_KEY"]) { $0.artis = .away("401", .credential) },
        Ailment("an address that is not the port's", .artis, .fault, says: ["404"], remedy: ["vérifiez ARTIS_BASE_URL, ou montrez ce message"]) {
            $0.artis = .away("404 : ", .other)
        },
        Ailment("no trigger", .trigger, .fault, says: [trigger, "manque"], remedy: [parameters, "lead, opportunity"]) { $0.artis { $0.trigger = nil } },
        Ailment("a label for a trigger", .trigger, .fault, says: ["« Opportunité »"], remedy: ["opportunity plutôt que « Opportunité »"]) {
            $0.artis { $0.trigger = "Opportunité" }
        },
        Ailment("a blank behind the trigger", .trigger, .fault, says: ["« opportunity  »"], remedy: ["opportunity plutôt que"]) {
            $0.artis { $0.trigger = "opportunity " }
        },
        Ailment("a stage of another account", .trigger, .fault, says: ["« signed »"], remedy: ["lead, opportunity"]) { $0.artis { $0.trigger = "signed" } },
        Ailment("a stage that nobody could look up", .trigger, .warning, says: ["« signed »", "pas pu être lues"], remedy: ["corrigez d’abord HubSpot"]) {
            $0.artis { $0.trigger = "signed" }
            $0.property(.company, "lifecyclestage") { $0.options = [] }
        },
        Ailment("no delay", .delay, .warning, says: ["HUBSPOT_DELAI_APPELS", "manque", "500 ms"], remedy: [parameters]) { $0.artis { $0.delay = nil } },
        Ailment("a delay in words", .delay, .warning, says: ["« vite »"], remedy: ["500 ou plus"]) { $0.artis { $0.delay = "vite" } },
        Ailment("a short delay", .delay, .warning, says: ["499 ms", "ARTIS préconise"], remedy: ["500 ou plus"]) { $0.artis { $0.delay = "499" } },
        Ailment("no role", .role, .fault, says: ["TELEVENDEUR_HUBSPOT", "manque"], remedy: ["\(labels) > Rôle commercial", "respecter la casse"]) {
            $0.artis { $0.roles = LabelTable([]) }
        },
        Ailment("a role in lower case", .role, .fault, says: ["« televendeur_hubspot »"], remedy: ["ajoutez le code TELEVENDEUR_HUBSPOT"]) {
            $0.artis { $0.roles?.rows[0].code = "televendeur_hubspot" }
        },
        Ailment("a role at rest", .role, .warning, says: ["n’est plus actif"], remedy: ["réactivez"]) { $0.artis { $0.roles?.rows[0].active = false } },
        Ailment("no civilité in use", .civilities, .fault, says: ["Qualité personne", "aucune ligne active"], remedy: ["\(labels) > Qualité personne"]) {
            $0.artis { for place in 0..<2 { $0.civilities?.rows[place].active = false } }
        },
        Ailment("no table of actions", .actions, .fault, says: ["TD_HubspotAction", "la table manque"], remedy: [decisions, "demandez la table à ARTIS"]) {
            $0.artis { $0.actions = nil }
        },
        Ailment("no row of a type", .actions, .fault, says: ["EMAIL", "aucune ligne"], remedy: [decisions, "bouton crayon"]) {
            $0.artis { $0.actions = ActionTable($0.actions?.rows.filter { $0.kind != .email } ?? []) }
        },
        Ailment("only wildcards", .actions, .fault, says: ["CALL", "seules des lignes avec *"], remedy: ["sans *"]) {
            $0.artis { $0.actions = ActionTable([Facts.row(9, "Appel", "*", "CALL")] + ($0.actions?.rows.filter { $0.kind != .call } ?? [])) }
        },
        Ailment("a result of one's own", .actions, .fault, says: ["ligne 4", "« call »"], remedy: ["ligne 4 : choisissez CALL"]) {
            $0.artis { $0.actions = ActionTable(($0.actions?.rows ?? []) + [Facts.row(4, "Appel", "Autre", "call")]) }
        },
        Ailment("a row that nothing reaches", .actions, .warning, says: ["ligne 4", "la ligne 3 répond avant elle (EMAIL)"], remedy: ["placez la ligne 4 avant la ligne 3"]) {
            $0.artis { facts in
                facts.actions = ActionTable(
                    (facts.actions?.rows ?? []).map { row in row.position == 3 ? Facts.row(3, "Mail", "*", "EMAIL") : row }
                        + [Facts.row(4, "Mail", "Rappel téléphonique", "CALL"), Facts.row(5, "Courriel", "Envoi", "EMAIL")])
            }
        },
        Ailment("a motif that says otherwise", .actions, .warning, says: ["ligne 4", "« Déjeuner »", "appel"], remedy: ["ligne 4"]) {
            $0.artis { $0.actions = ActionTable(($0.actions?.rows ?? []) + [Facts.row(4, "Divers", "Déjeuner", "CALL")]) }
        },
        Ailment("a user unknown to artis", .users, .warning, says: ["b@x.example"], remedy: ["Ajouter un collaborateur"]) {
            $0.hubspot { $0.owners?.append(Owner(id: ID("72"), userID: nil, mail: "b@x.example")) }
        },
        Ailment("a salesperson unknown to HubSpot", .sellers, .warning, says: ["c@x.example"], remedy: ["Utilisateurs et équipes > Créer un utilisateur"]) {
            $0.artis { facts in
                facts.people += [
                    ArtisPerson(id: ID("CO2"), mail: "c@x.example"), ArtisPerson(id: ID("CO3"), mail: "d@x.example", commercial: false),
                    ArtisPerson(id: ID("CO4"), mail: "e@x.example", active: false),
                ]
            }
        },
        Ailment("a salesperson whose user is archived", .sellers, .warning, says: ["archivé: 1 (c@x.example)"], remedy: ["Utilisateurs et équipes : réactivez"]) {
            $0.artis { $0.people.append(ArtisPerson(id: ID("CO2"), mail: "c@x.example")) }
            $0.hubspot { $0.owners?.append(Owner(id: ID("72"), userID: nil, mail: "C@x.example", archived: true)) }
        },
        Ailment("a salesperson without a mail", .sellers, .warning, says: ["sans adresse mail: 1 (CO2)"], remedy: ["artis.net, fiche de ces collaborateurs"]) {
            $0.artis { $0.people.append(ArtisPerson(id: ID("CO2"), mail: " ")) }
        },
        Ailment("a user whose collaborateur is inactive", .users, .warning, says: ["inactif: 1 (b@x.example)"], remedy: ["réactivez ces collaborateurs dans artis.net"]) {
            $0.artis { $0.people.append(ArtisPerson(id: ID("CO2"), mail: "b@x.example", active: false)) }
            $0.hubspot { $0.owners?.append(Owner(id: ID("72"), userID: nil, mail: "b@x.example")) }
        },
        Ailment("two users of one mail", .namesakes, .warning, says: ["HubSpot", "a@x.example", "71, 72"], remedy: ["désactivez les doublons"]) {
            $0.hubspot { $0.owners?.append(Owner(id: ID("72"), userID: nil, mail: " a@X.example")) }
        },
        Ailment("two collaborateurs of one mail", .namesakes, .warning, says: ["artis.net", "CO1, CO2"], remedy: ["Ajouter un collaborateur"]) {
            $0.artis { $0.people.append(ArtisPerson(id: ID("CO2"), mail: "A@x.example")) }
        },
    ]
}
