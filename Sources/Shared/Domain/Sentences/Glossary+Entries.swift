extension Glossary {
    /// `{}` is the place of an id, a word or a vendor's own text. A test reads the sources: every cause has its entry.
    /// Why a message is a dead letter: the broker's words, and what is wrong with its bytes.
    static let letters: [Lexicon.Entry] = [
        ("rejected", "refusé par le programme"),
        ("expired", "trop vieux"),
        ("maxlen", "file pleine"),
        ("delivery_limit", "distribué trop souvent sans réponse"),
        ("unknown", "raison inconnue"),
        ("the message is not a JSON object", "le message n’est pas un objet JSON"),
        ("the message has format {}; this program knows {} only", "le message est au format {}\u{A0}; ce programme ne connaît que {}"),
        ("the message lacks the field \"{}\"", "il manque au message le champ «\u{A0}{}\u{A0}»"),
        (
            "the field \"{}\" of the message has a wrong type or an impossible value",
            "le champ «\u{A0}{}\u{A0}» du message est d’un mauvais type ou a une valeur impossible"
        ),
        ("the message is of an unknown kind: \"{}\"", "le message est d’un genre inconnu\u{A0}: «\u{A0}{}\u{A0}»"),
        ("the message names an unknown system: \"{}\"", "le message nomme un système inconnu\u{A0}: «\u{A0}{}\u{A0}»"),
        ("the message names an unknown lane: \"{}\"", "le message nomme une voie inconnue\u{A0}: «\u{A0}{}\u{A0}»"),
        ("{} workers died over it", "{} programmes se sont arrêtés net en le traitant"),
    ]

    /// Why a record is tried again.
    static let attempts: [Lexicon.Entry] = [
        ("another pair holds one of its ids", "une autre fiche porte déjà l’un de ses identifiants"),
        ("an end of an association is missing in HubSpot", "une fiche à associer manque dans HubSpot"),
        ("HubSpot did not answer for this record", "HubSpot n’a pas répondu pour cette fiche"),
        ("the record kept changing in artis", "la fiche n’a cessé de changer dans artis.net"),
        ("{} is refused, and no record holds it", "{} est refusé, et aucune fiche ne le porte"),
        ("the private app lacks a scope ({})", "il manque une autorisation à l’application privée ({})"),
        ("by {}", "par {}"),
    ]

    /// Why a system does not answer.
    static let outages: [Lexicon.Entry] = [
        ("HubSpot is not reachable: {}", "HubSpot est injoignable\u{A0}: {}"),
        ("artis.net is not reachable: {}", "artis.net est injoignable\u{A0}: {}"),
        ("HubSpot's certificate is not trusted: {}", "le certificat de HubSpot n’est pas reconnu\u{A0}: {}"),
        ("artis.net's certificate is not trusted: {}", "le certificat d’artis.net n’est pas reconnu\u{A0}: {}"),
        ("the answer broke off: {}", "la réponse s’est interrompue\u{A0}: {}"),
        ("no answer within the deadline", "aucune réponse dans le délai"),
        ("an answer of more than {} bytes", "une réponse de plus de {} octets"),
        ("HubSpot answered 401: the access token is refused", "HubSpot a répondu 401\u{A0}: le jeton d’accès est refusé"),
        ("artis.net answered 401: the API key is refused", "artis.net a répondu 401\u{A0}: la clé d’API est refusée"),
        (
            "artis.net answered 403: the API key does not allow this call",
            "artis.net a répondu 403\u{A0}: la clé d’API ne permet pas cet appel"
        ),
        ("HubSpot answered {}", "HubSpot a répondu {}"),
        ("artis.net answered {}", "artis.net a répondu {}"),
        ("not now: queue", "pas maintenant\u{A0}: trop d’appels attendent"),
        ("not now: penalty", "pas maintenant\u{A0}: HubSpot a demandé une pause"),
        ("not now: daily_quota", "pas maintenant\u{A0}: le quota du jour est épuisé"),
        ("not now: {}", "pas maintenant\u{A0}: {}"),
        ("no permit: {}", "pas de permis\u{A0}: {}"),
        ("cancelled", "interrompu"),
        ("a permit was asked for a call that needs none", "un permis a été demandé pour un appel qui n’en demande pas"),
    ]

    /// What is wrong with an answer.
    static let answers: [Lexicon.Entry] = [
        ("the property is missing", "la propriété manque"),
        ("HubSpot gives no reason", "HubSpot ne dit pas pourquoi"),
        ("reference data that cannot be kept", "des données de référence qui ne peuvent être conservées"),
        ("not JSON at byte {}: {}", "ce n’est pas du JSON, à l’octet {}"),
        ("the answer has no list \"{}\"", "il manque à la réponse la liste «\u{A0}{}\u{A0}»"),
        ("a record without an id", "une fiche sans identifiant"),
        ("record {} has no version", "la fiche {} n’a pas de version"),
        ("record {}: property {} is no text", "fiche {}\u{A0}: la propriété {} n’est pas un texte"),
        ("a page of owners that leads to itself", "une page d’utilisateurs qui renvoie à elle-même"),
        ("a page of records that leads to itself", "une page de fiches qui renvoie à elle-même"),
        ("a page of associations that leads to itself", "une page d’associations qui renvoie à elle-même"),
        ("a page that leads to itself", "une page qui renvoie à elle-même"),
        ("a place in the feed that leads to itself", "un endroit du flux qui renvoie à lui-même"),
        ("a property without a name", "une propriété sans nom"),
        ("the account's details lack \"timeZone\"", "il manque «\u{A0}timeZone\u{A0}» aux données du compte"),
        ("the account's time zone \"{}\" is not known here", "le fuseau horaire du compte, «\u{A0}{}\u{A0}», n’est pas connu ici"),
        ("associations without \"from\" or \"to\"", "des associations sans «\u{A0}from\u{A0}» ou «\u{A0}to\u{A0}»"),
        ("an association without \"toObjectId\"", "une association sans «\u{A0}toObjectId\u{A0}»"),
        ("a change without \"id\" and \"version\"", "un changement sans «\u{A0}id\u{A0}» ni «\u{A0}version\u{A0}»"),
        ("a result without \"statut\"", "un résultat sans «\u{A0}statut\u{A0}»"),
        ("a result without \"id\" and \"version\"", "un résultat sans «\u{A0}id\u{A0}» ni «\u{A0}version\u{A0}»"),
        ("the feed has no \"suivant\"", "il manque au flux «\u{A0}suivant\u{A0}»"),
        ("an absence without \"id\" and \"motif\"", "une absence sans «\u{A0}id\u{A0}» ni «\u{A0}motif\u{A0}»"),
        ("{} results for {} operations", "{} résultats pour {} opérations"),
        ("results in another order than the operations", "des résultats dans un autre ordre que les opérations"),
        ("a label without \"code\" and \"position\"", "un libellé sans «\u{A0}code\u{A0}» ni «\u{A0}position\u{A0}»"),
        ("a row that lacks a column", "une ligne à laquelle il manque une colonne"),
    ]
}
