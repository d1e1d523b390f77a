/// Finds French in a line that should be English.
enum EnglishReader {
    /// Words that stand in many French sentences and in no English one.
    private static let words: Set<String> = [
        "le", "la", "les", "des", "du", "une", "dans", "avec", "sans", "sont", "est", "et", "ne", "pas", "qui", "ces", "puis",
        "manque", "ajoutez", "vérifiez", "attendez", "corrigez", "créez", "choisissez", "exportez", "importez", "mettez", "supprimez",
    ]

    /// What the products call it themselves, whoever reads.
    private static var names: [Regex<Substring>] {
        [#/artis\.net, Menu Paramétrage[^:;(]*/#, #/artis\.net, Ajouter un collaborateur/#, #/“[^”]*”/#]
    }

    static func french(in line: String) -> [String] {
        let own = names.reduce(line) { $0.replacing($1, with: "") }
        return own.lowercased().split { !$0.isLetter }.map(String.init).filter(words.contains)
    }
}
