/// What people call a record that has never been synced, as last read: it may wait or be blocked for weeks, and people must
/// find it and know it in a list. Once a record is synced, its snapshot tells.
public struct Called: Sendable, Hashable, Codable {
    public var name: String?
    /// A contact's, in canonical form.
    public var email: String?

    public init(_ kind: Kind, _ values: Values) {
        switch kind {
        case .company: name = values[.name]
        case .deal: name = values[.title]
        case .contact:
            let names = [values[.firstName], values[.lastName]].compactMap { $0 }
            name = names.isEmpty ? nil : names.joined(separator: " ")
            email = values[.email]
        case .call, .meeting, .email: name = values[.subject]
        }
    }
}
