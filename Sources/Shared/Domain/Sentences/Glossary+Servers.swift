extension Glossary {
    /// Why PostgreSQL or RabbitMQ did not do what was asked.
    static let servers: [Lexicon.Entry] = [
        (
            "the database cannot be reached: the connection was lost",
            "la base de données est injoignable\u{A0}: la connexion a été perdue"
        ),
        ("the database cannot be reached: {}", "la base de données est injoignable\u{A0}: {}"),
        ("the database did not answer in time", "la base de données n’a pas répondu à temps"),
        ("transaction conflict (SQLSTATE {})", "conflit de transactions (SQLSTATE {})"),
        ("constraint {} refuses it (SQLSTATE {})", "la contrainte {} le refuse (SQLSTATE {})"),
        ("the connection was lost during COMMIT", "la connexion a été perdue pendant COMMIT"),
        ("PostgreSQL refuses: {} (SQLSTATE {})", "PostgreSQL refuse\u{A0}: {} (SQLSTATE {})"),
        (
            "PostgreSQL does not accept the user or the password of DATABASE_URL",
            "PostgreSQL n’accepte pas l’utilisateur ou le mot de passe de DATABASE_URL"
        ),
        (
            "DATABASE_URL is no PostgreSQL URL; expected postgresql://user:password@host:port/database",
            "DATABASE_URL n’est pas une adresse PostgreSQL, telle que postgresql://utilisateur:mot-de-passe@hôte:port/base"
        ),
        (
            "the schema is at migration {}, which this program does not know; use the newer program",
            "le schéma en est à la migration {}, que ce programme ne connaît pas\u{A0}: utilisez la nouvelle version"
        ),
        (
            "migration {} was edited after it was applied; put its file back and add a new one",
            "la migration {} a été modifiée après son application\u{A0}: remettez son fichier et ajoutez-en un nouveau"
        ),
        (
            "the broker cannot be reached: {}: the connection ended without an answer",
            "RabbitMQ est injoignable\u{A0}: {}\u{A0}: la connexion s’est terminée sans réponse"
        ),
        ("the broker cannot be reached: {}", "RabbitMQ est injoignable\u{A0}: {}"),
        ("the broker did not answer in time: {}", "RabbitMQ n’a pas répondu à temps\u{A0}: {}"),
        ("the broker closed the connection: {} {}", "RabbitMQ a fermé la connexion\u{A0}: {} {}"),
        ("the broker closed the channel: {} {}", "RabbitMQ a fermé le canal\u{A0}: {} {}"),
        ("the broker refuses us: {} {}", "RabbitMQ nous refuse\u{A0}: {} {}"),
        (
            "the broker's certificate is not trusted: no certificate authorities can be read from {}",
            "le certificat de RabbitMQ n’est pas reconnu\u{A0}: aucune autorité de certification ne peut être lue dans {}"
        ),
        ("the broker's certificate is not trusted: {}", "le certificat de RabbitMQ n’est pas reconnu\u{A0}: {}"),
        ("the broker was called wrongly: {}", "RabbitMQ a été mal appelé\u{A0}: {}"),
        ("the management interface answered {}", "l’interface d’administration a répondu {}"),
        ("the management interface cannot be reached: {}", "l’interface d’administration est injoignable\u{A0}: {}"),
        (
            "the management interface's certificate is not trusted: {}",
            "le certificat de l’interface d’administration n’est pas reconnu\u{A0}: {}"
        ),
    ]
}
