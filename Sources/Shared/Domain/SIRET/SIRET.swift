/// The number of one establishment of a French company: fourteen digits, the only thing companies are matched on (R4).
///
/// Two spellings of one number are one value, so that comparing and hashing never see blanks, dots or hyphens (R5).
public struct SIRET: Sendable, Hashable, CustomStringConvertible {
    /// Fourteen ASCII digits.
    public let digits: String

    private init(digits: String) { self.digits = digits }

    /// The company that the establishment belongs to: the first nine digits.
    public var siren: String { String(digits.prefix(9)) }

    public var description: String { digits }

    /// - Returns: nil where `parse` finds a fault.
    public init?(_ text: String) {
        guard case .success(let siret) = SIRET.parse(text) else { return nil }
        self = siret
    }

    /// Reads what a person typed (R5). A number that lacks digits is refused, never padded nor extended.
    public static func parse(_ text: String) -> Result<SIRET, SIRETFault> {
        let scalars = normalised(text)
        if scalars.isEmpty { return .failure(.missing) }
        guard let digits = asciiDigits(scalars) else {
            return .failure(isVATNumber(scalars) ? .vatNumber : .notDigits)
        }
        if digits.allSatisfy({ $0 == 0 }) { return .failure(.allZeros) }
        switch digits.count {
        case 14: break
        case 13: return .failure(.thirteenDigits(leadingZeroLikely: fault([0] + digits) == nil))
        case 9: return .failure(.nineDigits)
        default: return .failure(.wrongLength(digits.count))
        }
        if let fault = fault(digits) { return .failure(fault) }
        return .success(SIRET(digits: digits.map(String.init).joined()))
    }

    /// What is wrong with fourteen digits; nil when nothing is.
    private static func fault(_ digits: [Int]) -> SIRETFault? {
        if digits.allSatisfy({ $0 == 0 }) { return .allZeros }
        guard isLuhnValid(digits.prefix(9)) else { return .sirenChecksum }
        let passes = isLaPoste(digits) ? isEstablishmentOfLaPoste(digits) : isLuhnValid(digits)
        return passes ? nil : .checksum
    }
}
