extension SIRETFault {
    /// What is wrong, to stand behind a colon (R5).
    public func phrase(_ language: Language) -> String { language == .fr ? french : english }

    private var french: String {
        switch self {
        case .missing: "il est vide"
        case .thirteenDigits(leadingZeroLikely: true):
            "il n’a que treize chiffres, un zéro s’est sans doute perdu au début"
        case .thirteenDigits(leadingZeroLikely: false): "il n’a que treize chiffres"
        case .nineDigits: "neuf chiffres sont un SIREN, celui de l’entreprise et non de l’établissement"
        case .vatNumber: "c’est un numéro de TVA"
        case .wrongLength(let count): "il a \(count) chiffres au lieu de quatorze"
        case .notDigits: "il contient autre chose que des chiffres"
        case .checksum: "sa clé de contrôle est fausse, un chiffre est sans doute mal saisi"
        case .sirenChecksum: "ses neuf premiers chiffres ne forment pas un SIREN valable"
        case .allZeros: "il ne contient que des zéros"
        }
    }

    private var english: String {
        switch self {
        case .missing: "it is empty"
        case .thirteenDigits(leadingZeroLikely: true):
            "it has thirteen digits only, a zero was probably lost at its start"
        case .thirteenDigits(leadingZeroLikely: false): "it has thirteen digits only"
        case .nineDigits: "nine digits are a SIREN, which names the company and not the establishment"
        case .vatNumber: "this is a VAT number"
        case .wrongLength(let count): "its number of digits is \(count) instead of fourteen"
        case .notDigits: "it holds something else than digits"
        case .checksum: "its check digit is wrong, a digit was probably mistyped"
        case .sirenChecksum: "its first nine digits are no valid SIREN"
        case .allZeros: "it holds nothing but zeros"
        }
    }
}
