extension System {
    /// What people call it, in either language.
    public var name: String {
        switch self {
        case .hubspot: "HubSpot"
        case .artis: "artis.net"
        }
    }
}
