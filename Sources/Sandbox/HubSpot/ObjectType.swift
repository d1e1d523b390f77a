/// The six object types that matter here, as the paths name them.
enum ObjectType: String, Sendable, Hashable, CaseIterable {
    case companies, deals, contacts, calls, meetings, emails

    /// A path's word: plural, singular, or the numeric object type id.
    init?(path: String) {
        let found = Self.allCases.first {
            $0.rawValue == path || $0.singular == path || $0.typeId == path
        }
        guard let found else { return nil }
        self = found
    }

    /// As webhooks and association types name it.
    var singular: String {
        switch self {
        case .companies: "company"
        case .deals: "deal"
        case .contacts: "contact"
        case .calls: "call"
        case .meetings: "meeting"
        case .emails: "email"
        }
    }

    var typeId: String {
        switch self {
        case .contacts: "0-1"
        case .companies: "0-2"
        case .deals: "0-3"
        case .meetings: "0-47"
        case .calls: "0-48"
        case .emails: "0-49"
        }
    }

    var isActivity: Bool {
        switch self {
        case .calls, .meetings, .emails: true
        case .companies, .deals, .contacts: false
        }
    }

    /// Contacts alone spell it without the prefix.
    var modifiedProperty: String { self == .contacts ? "lastmodifieddate" : "hs_lastmodifieddate" }
}
