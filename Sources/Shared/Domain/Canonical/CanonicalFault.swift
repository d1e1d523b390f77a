/// A value that has no canonical form: it is not carried over, with the warning `VALUE_NOT_CARRIED`.
public enum CanonicalFault: String, Error, Sendable, Hashable, CaseIterable {
    case notAnAmount = "not_an_amount"
    case notADay = "not_a_day"
    case notAMoment = "not_a_moment"
}
