extension SIRET {
    /// La Poste has outgrown the check digit with its many establishments (R5).
    static func isLaPoste(_ digits: [Int]) -> Bool { digits.starts(with: [3, 5, 6, 0, 0, 0, 0, 0, 0]) }

    /// Its head office, or a digit sum that five divides.
    static func isEstablishmentOfLaPoste(_ digits: [Int]) -> Bool {
        digits == [3, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 8] || digits.reduce(0, +).isMultiple(of: 5)
    }

    /// Luhn's check: every second digit from the right is doubled, the digits of all are summed, ten divides the sum.
    static func isLuhnValid(_ digits: some BidirectionalCollection<Int>) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, next in
            let doubled = next.element * (next.offset.isMultiple(of: 2) ? 1 : 2)
            return sum + doubled / 10 + doubled % 10
        }
        return sum.isMultiple(of: 10)
    }
}
