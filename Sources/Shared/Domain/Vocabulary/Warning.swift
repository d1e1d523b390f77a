/// Something a person should know of a pair that goes on all the same (rules.md: R2, R3, R7, R21).
///
/// A warning replaces an older one of the same code when the pair is looked at again.
public struct Warning: Sendable, Hashable, Codable {
    public enum Code: String, Sendable, Hashable, CaseIterable, Codable {
        /// R2: the deal has no creating user (made by an API), or the user is no collaborateur.
        case creatorUnknown = "CREATOR_UNKNOWN"
        /// R3, R21: a person of one system has no counterpart with the same mail in the other.
        case personUnmatched = "PERSON_UNMATCHED"
        /// R7: a later SIRET that is empty, invalid or held by another company was not carried.
        case siretNotCarried = "SIRET_NOT_CARRIED"
        /// A value that the other system cannot hold (an amount that is no number, a day that is none) was not carried.
        case valueNotCarried = "VALUE_NOT_CARRIED"
    }

    public var code: Code
    /// Ids and field names; never a value of a record.
    public var detail: String

    public init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }
}
