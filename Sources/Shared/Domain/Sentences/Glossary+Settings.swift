extension Glossary {
    /// What a setting may be.
    static let settings: [Lexicon.Entry] = [
        ("{} (or {}, a file that holds it)", "{} (ou {}, un fichier qui le contient)"),
        ("either {} or {}, not both", "soit {}, soit {}, pas les deux"),
        ("the path of a file that this user can read, in UTF-8", "le chemin d’un fichier en UTF-8 que cet utilisateur peut lire"),
        ("a file of at most 64 KiB", "un fichier de 64 Kio au plus"),
        ("a file that is not empty", "un fichier qui n’est pas vide"),
        ("a whole number from {} to {}", "un nombre entier de {} à {}"),
        ("one of {}", "l’un de\u{A0}: {}"),
        ("any text", "n’importe quel texte"),
        ("a local time of day such as 02:30, or never", "une heure locale telle que 02:30, ou never"),
        ("{}, or off", "{}, ou off"),
        (
            "host:port, such as 127.0.0.1:8080, 0.0.0.0:8080 or [::1]:8080",
            "hôte:port, tel que 127.0.0.1:8080, 0.0.0.0:8080 ou [::1]:8080"
        ),
        ("a percentage from 0% to 100%, or a number of calls", "un pourcentage de 0% à 100%, ou un nombre d’appels"),
        (
            "https://host[:port][/path]; http:// for this machine only (localhost, 127.0.0.1, [::1])",
            "https://hôte[:port][/chemin]\u{A0}; http:// pour cette machine seule (localhost, 127.0.0.1, [::1])"
        ),
        (
            "amqp://user:password@host:port/vhost, or amqps://… for TLS; / in a virtual host is written %2F",
            "amqp://utilisateur:mot-de-passe@hôte:port/vhost, ou amqps://… pour TLS\u{A0}; / dans un vhost s’écrit %2F"
        ),
        (
            "a libpq URL such as postgresql://user:password@host:5432/database",
            "une adresse libpq telle que postgresql://utilisateur:mot-de-passe@hôte:5432/base"
        ),
        ("http(s)://user:password@host:15672", "http(s)://utilisateur:mot-de-passe@hôte:15672"),
        (
            "the http(s) URL that HubSpot calls, such as {}",
            "l’adresse http(s) que HubSpot appelle, telle que {}"
        ),
        (
            "a password; without one DASHBOARD_LISTEN must be this machine alone, such as 127.0.0.1:8090",
            "un mot de passe\u{A0}; sans lui, DASHBOARD_LISTEN doit être cette machine seule, telle que 127.0.0.1:8090"
        ),
        (
            "the access token of the private app, such as pat-eu1-…",
            "le jeton d’accès de l’application privée, tel que pat-eu1-…"
        ),
        (
            "the API key of artis.net, printable ASCII without blanks",
            "la clé d’API d’artis.net, en ASCII imprimable et sans blancs"
        ),
        ("the name or id of a deal pipeline", "le nom ou l’identifiant d’un pipeline de transactions"),
    ]
}
