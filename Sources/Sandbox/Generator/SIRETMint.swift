/// Strikes SIRETs that pass both Luhn checks (whole, and the SIREN in front), none of them twice.
struct SIRETMint: Sendable {
    private var sirens: Set<String> = []

    /// A SIREN that was not struck before.
    mutating func siren(using random: inout SeededRandom) -> String {
        while true {
            let root = String(Int.random(in: 30_000_000...99_999_999, using: &random))
            let siren = root + Self.checkDigit(after: root)
            if siren != Self.laPoste, sirens.insert(siren).inserted { return siren }
        }
    }

    /// The SIRET of a SIREN's `number`th establishment, 1 to 9999.
    static func siret(_ siren: String, establishment number: Int) -> String {
        let digits = String(number)
        let root = siren + String(repeating: "0", count: 4 - digits.count) + digits
        return root + checkDigit(after: root)
    }

    /// La Poste, whose establishments follow a rule of their own: the sum of the digits is divisible by five (R5).
    static let laPoste = "356000000"
    static let laPosteEstablishment = "35600000049837"

    /// The digit that makes `root` pass Luhn's check.
    static func checkDigit(after root: String) -> String {
        var sum = 0
        for (place, digit) in root.reversed().compactMap(\.wholeNumberValue).enumerated() {
            let value = place.isMultiple(of: 2) ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
        }
        return String((10 - sum % 10) % 10)
    }
}
