extension Canonical {
    /// An amount with two digits after the point, as artis writes it: `1234.5` → `1234.50`.
    ///
    /// Worked out on the digits themselves, so that no amount is too large to be exact. Further digits are rounded, a
    /// half away from zero (`0.005` → `0.01`, `-0.005` → `-0.01`); what rounds to nothing has no sign.
    /// - Throws: `notAnAmount` for anything but a sign, digits and one point; an exponent or a comma is refused, because
    ///   neither system writes one.
    public static func amount(_ text: String) throws(CanonicalFault) -> String {
        let bytes = Array(self.text(text).utf8)
        if bytes.isEmpty { return "" }
        let signed = bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+")
        let parts = bytes.dropFirst(signed ? 1 : 0)
            .split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let (whole, fraction) = (Array(parts[0]), parts.count == 2 ? Array(parts[1]) : [])
        let digits = whole + fraction
        guard !digits.isEmpty, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            throw .notAnAmount
        }
        var cents = [0] + (whole + fraction.prefix(2)).map { Int($0) - 48 }
        cents += Array(repeating: 0, count: max(0, 2 - fraction.count))
        if fraction.count > 2, fraction[2] >= UInt8(ascii: "5") { increment(&cents) }
        let significant = cents.dropLast(2).drop { $0 == 0 }
        let units = significant.isEmpty ? "0" : significant.map(String.init).joined()
        let sign = bytes[0] == UInt8(ascii: "-") && cents.contains { $0 != 0 } ? "-" : ""
        return "\(sign)\(units).\(cents.suffix(2).map(String.init).joined())"
    }

    /// Adds one to a number given by its digits; its first digit is a zero that takes what is carried.
    private static func increment(_ digits: inout [Int]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
    }
}
