/// Why a text is no SIRET (R5). Each has a detail of its own, so that a person reads what to mend.
public enum SIRETFault: Error, Sendable, Hashable {
    /// Empty, or nothing but blanks and separators.
    case missing
    /// Thirteen digits; spreadsheets drop a leading zero, which is likely where putting it back gives a valid number.
    case thirteenDigits(leadingZeroLikely: Bool)
    /// A SIREN, which names the company and not the establishment.
    case nineDigits
    case vatNumber
    /// Some other number of digits.
    case wrongLength(Int)
    case notDigits
    /// The whole number fails its check, or an establishment of La Poste its own.
    case checksum
    /// The first nine digits fail their check.
    case sirenChecksum
    case allZeros

    /// R6: what the company is blocked with.
    public var reason: Reason { self == .missing ? .siretMissing : .siretInvalid }

    /// The fault as the pair's detail holds it; never the value itself.
    public var detail: String {
        switch self {
        case .missing: "missing"
        case .thirteenDigits(leadingZeroLikely: true): "thirteen_digits_leading_zero"
        case .thirteenDigits(leadingZeroLikely: false): "thirteen_digits"
        case .nineDigits: "siren"
        case .vatNumber: "vat_number"
        case .wrongLength(let count): "digits_\(count)"
        case .notDigits: "not_digits"
        case .checksum: "checksum"
        case .sirenChecksum: "siren_checksum"
        case .allZeros: "all_zeros"
        }
    }

    /// - Parameter detail: what `detail` gave. nil for anything else.
    public init?(detail: String) {
        let plain: [SIRETFault] = [
            .missing, .thirteenDigits(leadingZeroLikely: true), .thirteenDigits(leadingZeroLikely: false), .nineDigits,
            .vatNumber, .notDigits, .checksum, .sirenChecksum, .allZeros,
        ]
        if let fault = plain.first(where: { $0.detail == detail }) {
            self = fault
        } else if detail.hasPrefix("digits_"), let count = Int(detail.dropFirst(7)) {
            self = .wrongLength(count)
        } else {
            return nil
        }
    }
}
