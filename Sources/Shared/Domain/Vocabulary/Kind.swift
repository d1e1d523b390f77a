/// What a pair is: one of the six HubSpot object types that are kept in step (rules.md, "Vocabulary").
///
/// HubSpot ids are unique within a type only, so a kind is part of every key.
public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    case company, deal, contact, call, meeting, email

    /// The worker that serves this kind.
    public var role: WorkerRole {
        switch self {
        case .company: .company
        case .deal: .deal
        case .contact: .contact
        case .call, .meeting, .email: .activity
        }
    }

    /// Everything but a company hangs on a company, and waits for it (R13).
    public var isDependant: Bool { self != .company }
}
