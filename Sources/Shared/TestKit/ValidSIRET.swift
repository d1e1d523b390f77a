/// SIRETs for tests: valid by construction (both Luhn sums), a different one for every number.
public enum ValidSIRET {
    public static func number(_ number: Int) -> String {
        let siren = completed(padded(10_000_000 + number, 8))
        return completed(siren + padded(number % 10_000, 4))
    }

    /// The digits with the check digit that makes their Luhn sum divisible by ten.
    private static func completed(_ digits: String) -> String {
        (0...9).map { digits + String($0) }.first { luhn($0) % 10 == 0 } ?? digits
    }

    private static func luhn(_ digits: String) -> Int {
        digits.reversed().enumerated().reduce(0) { sum, next in
            let digit = next.element.wholeNumberValue ?? 0
            let doubled = next.offset % 2 == 1 ? digit * 2 : digit
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
