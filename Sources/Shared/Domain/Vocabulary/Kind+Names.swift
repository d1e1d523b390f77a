extension Kind {
    /// HubSpot's own word for the type, in paths and in our references.
    public var objectType: String {
        switch self {
        case .company: "companies"
        case .deal: "deals"
        case .contact: "contacts"
        case .call: "calls"
        case .meeting: "meetings"
        case .email: "emails"
        }
    }

    /// The collection of artis that holds the other half: the three kinds of activity share one.
    public var collection: String {
        switch self {
        case .company: "tiers"
        case .deal: "affaires"
        case .contact: "interlocuteurs"
        case .call, .meeting, .email: "actions"
        }
    }
}
