/// Which of the two servers.
enum VendorName: String, Sendable, Hashable, CaseIterable {
    case hubspot
    case artis
}
