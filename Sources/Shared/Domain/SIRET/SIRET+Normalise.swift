extension SIRET {
    /// The text without what people and spreadsheets put between digits: blanks of any kind, invisible characters,
    /// dots, hyphens and dashes (R5). A field that holds nothing else counts as empty.
    static func normalised(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .format, .dashPunctuation: false
            default: !scalar.properties.isWhitespace && scalar != "." && scalar != minusSign
            }
        }
    }

    /// U+2212, a mathematical symbol that some keyboards give for a hyphen.
    private static let minusSign: Unicode.Scalar = "\u{2212}"

    /// - Returns: nil when a character is no ASCII digit; digits of other scripts are not read as numbers.
    static func asciiDigits(_ scalars: [Unicode.Scalar]) -> [Int]? {
        var digits: [Int] = []
        for scalar in scalars {
            guard ("0"..."9").contains(scalar) else { return nil }
            digits.append(Int(scalar.value - 48))
        }
        return digits
    }

    /// Whether this is a French VAT number: `FR`, a key of two characters, and a SIREN.
    static func isVATNumber(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.count == 13, scalars.allSatisfy(\.isASCII) else { return false }
        let country = scalars.prefix(2).map(\.properties.uppercaseMapping).joined()
        let key = scalars[2..<4].allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
        return country == "FR" && key && asciiDigits(Array(scalars[4...])) != nil
    }
}
