import Domain

/// What the argument parser says by itself, in French: it has English words only, and no place to give it others. Whole
/// lines and whole sentences of its own are known here; all else, ours and what somebody typed, stays as it came.
enum ParserWords {
    /// - Parameters:
    ///   - text: all that it would print: a page of help, a version, a completion script, or a fault with its usage.
    ///   - fault: what it says is wrong, without the usage.
    static func french(_ text: String, fault: String) -> String {
        let said = "Error: \(fault)"
        if text.hasPrefix(said) {
            return "Erreur\u{A0}: \(lexicon.french(fault))" + lines(text.dropFirst(said.count))
        }
        return text.hasPrefix("OVERVIEW: ") ? lines(text[...]) : text
    }

    private static func lines(_ text: Substring) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { lexicon.french(String($0)) }
            .joined(separator: "\n")
    }

    private static let lexicon = Lexicon(page + usage + faults + shells, isNested: false)

    private static let page: [Lexicon.Entry] = [
        ("OVERVIEW: {}", "APERÇU\u{A0}: {}"),
        ("USAGE: {}", "UTILISATION\u{A0}: {}"),
        ("ARGUMENTS:", "ARGUMENTS\u{A0}:"),
        ("OPTIONS:", "OPTIONS\u{A0}:"),
        ("SUBCOMMANDS:", "SOUS-COMMANDES\u{A0}:"),
        ("  --version               Show the version.", "  --version               Afficher la version."),
        ("  -h, --help              Show help information.", "  -h, --help              Afficher cette aide."),
        ("  See '{}' for detailed help.", "  Voir «\u{A0}{}\u{A0}» pour le détail."),
    ]

    /// Below a fault.
    private static let usage: [Lexicon.Entry] = [
        ("Help:  {}", "Aide\u{A0}:  {}"),
        ("Usage: {}", "Utilisation\u{A0}: {}"),
        ("  See '{}' for more information.", "  Voir «\u{A0}{}\u{A0}» pour en savoir plus."),
    ]

    private static let faults: [Lexicon.Entry] = [
        (
            "Unknown option '{}'. Did you mean '{}'?",
            "Option inconnue\u{A0}: «\u{A0}{}\u{A0}». Vouliez-vous dire «\u{A0}{}\u{A0}»\u{A0}?"
        ),
        ("Unknown option '{}'", "Option inconnue\u{A0}: «\u{A0}{}\u{A0}»"),
        ("Missing value for '{}'", "Il manque la valeur de «\u{A0}{}\u{A0}»"),
        ("Missing expected argument '{}'", "Il manque l’argument «\u{A0}{}\u{A0}»"),
        ("Unexpected argument '{}'", "Argument de trop\u{A0}: «\u{A0}{}\u{A0}»"),
        ("{} unexpected arguments: '{}'", "{} arguments de trop\u{A0}: '{}'"),
        (
            "The option '{}' does not take any value, but '{}' was specified.",
            "L’option «\u{A0}{}\u{A0}» ne prend pas de valeur, et «\u{A0}{}\u{A0}» lui est donné."
        ),
        // Behind the colon what we say about it.
        (
            "The value '{}' is invalid for '{}': {}",
            "La valeur «\u{A0}{}\u{A0}» ne convient pas à «\u{A0}{}\u{A0}»\u{A0}: {}"
        ),
        ("The value '{}' is invalid for '{}'", "La valeur «\u{A0}{}\u{A0}» ne convient pas à «\u{A0}{}\u{A0}»"),
    ]

    /// Completion of command lines, of which its help says nothing.
    private static let shells: [Lexicon.Entry] = [
        (
            "Can't generate completion scripts for '{}'.\nPlease use {} with one of:\n{}",
            "Pas de complétion pour «\u{A0}{}\u{A0}».\nChoix de {}\u{A0}:\n{}"
        ),
        (
            "Can't autodetect a supported shell.\nPlease use {} with one of:\n{}",
            "Shell non reconnu.\nChoix de {}\u{A0}:\n{}"
        ),
    ]
}
