import Domain

/// Who of one tool is in the other, by mail (R1). The fleet recognises those who are archived or inactive there as well,
/// and writes them where nobody active shares their mail; a new record should have somebody at work.
struct PersonSearch {
    enum Standing: Equatable {
        case active
        /// Archived in HubSpot, inactive in artis.net.
        case retired
        case absent
        /// Has no mail to be found by.
        case nameless
    }

    private let active: Set<String>
    private let retired: Set<String>

    /// - Parameter people: of the other tool.
    init(_ people: [(mail: String, isActive: Bool)]) {
        active = Set(people.filter(\.isActive).map { Canonical.mail($0.mail) })
        retired = Set(people.filter { !$0.isActive }.map { Canonical.mail($0.mail) })
    }

    func standing(_ mail: String) -> Standing {
        let mail = Canonical.mail(mail)
        if mail.isEmpty { return .nameless }
        if active.contains(mail) { return .active }
        return retired.contains(mail) ? .retired : .absent
    }
}
