import Domain
import Testing

@Suite struct GlossaryTests {
    static let kept: [(String, String)] = [
        ("delivery_limit", "distribué trop souvent sans réponse"),
        ("the message lacks the field \"kind\"", "il manque au message le champ «\u{A0}kind\u{A0}»"),
        (
            "the message is of an unknown kind: \"a \"b\"\"", "le message est d’un genre inconnu\u{A0}: «\u{A0}a \"b\"\u{A0}»"
        ),
        // An id that happens to be a word of ours.
        (
            "the message is of an unknown kind: \"expired\"", "le message est d’un genre inconnu\u{A0}: «\u{A0}expired\u{A0}»"
        ),
        ("HubSpot is not reachable: cancelled", "HubSpot est injoignable\u{A0}: cancelled"),
        ("the message has format 9; this program knows 1 only", "le message est au format 9\u{A0}; ce programme ne connaît que 1"),
        ("4 workers died over it", "4 programmes se sont arrêtés net en le traitant"),
        ("HubSpot is not reachable: Connection refused", "HubSpot est injoignable\u{A0}: Connection refused"),
        ("200: a record without an id", "200\u{A0}: une fiche sans identifiant"),
        ("HUBSPOT_ACCESS_TOKEN: HubSpot answered 401: the access token is refused",
            "HUBSPOT_ACCESS_TOKEN\u{A0}: HubSpot a répondu 401\u{A0}: le jeton d’accès est refusé"),
    ]

    @Test("A cause that is kept in English is read in French, with what a vendor said in it", arguments: kept)
    func french(_ english: String, _ french: String) {
        #expect(Glossary.text(english, .fr) == french)
        #expect(Glossary.text(english, .en) == english)
    }

    @Test(
        "What is no text of ours stands as it came",
        arguments: ["", ": ", "VALEUR_INVALIDE siret: Le SIRET est faux", "500: Internal Server Error", "{}", "a: b", "4102",
            "VALEUR_INVALIDE: one of the fields is wrong", "on, or off", "any text"])
    func foreign(_ text: String) {
        #expect(Glossary.text(text, .fr) == text)
    }

    @Test("The reasons of retries, of failures and of what HubSpot forbids say their cause in the reader's language")
    func reasons() {
        let cause = "HubSpot did not answer for this record"
        for reason in [Reason.error, .attemptsUsedUp] {
            #expect(reason.why(.fr, detail: cause).contains("HubSpot n’a pas répondu pour cette fiche"))
            #expect(reason.why(.en, detail: cause).contains(cause))
        }
        #expect(Reason.poisonMessage.why(.fr, detail: "rejected").contains("refusé par le programme"))
        #expect(
            Reason.hubspotRefused.why(.fr, detail: "403: the private app lacks a scope (crm.objects.deals.read)").contains(
                "403\u{A0}: il manque une autorisation à l’application privée (crm.objects.deals.read)"))
    }
}
