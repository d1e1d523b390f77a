/// Whether a record's values can be told in the other system's words (R15, R18, R19, R20).
public enum MappingVerdict: Sendable, Hashable {
    case mapped
    /// Not meant to be sent at all: `ACTION_UNMAPPED`.
    case notEligible(Reason)
    /// Someone must act: `STAGE_UNKNOWN`, `CIVILITE_UNKNOWN`, `NAME_MISSING`, `ROLE_MISSING`…
    case blocked(Reason, detail: String)
}
