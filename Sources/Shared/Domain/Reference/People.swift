/// Who is who in the two systems: the same person when their mails are equal, trimmed and whatever their case (R1).
///
/// Archived owners and inactive collaborateurs are recognised; where several share one mail, the active one is written
/// (among equals the one with the lowest id, so that every worker writes the same).
public struct People: Sendable {
    private let owners: [ID<HubSpotOwner>: Owner]
    private let mailsOfUsers: [ID<HubSpotUser>: String]
    private let ownersByMail: [String: ID<HubSpotOwner>]
    private let collaborateurs: [ID<Collaborateur>: ArtisPerson]
    private let collaborateursByMail: [String: ID<Collaborateur>]

    public init(owners: [Owner], collaborateurs: [ArtisPerson]) {
        let owners = owners.sorted { ($0.archived ? 1 : 0, $0.id.rawValue) < ($1.archived ? 1 : 0, $1.id.rawValue) }
        let people = collaborateurs.sorted { ($0.active ? 0 : 1, $0.id.rawValue) < ($1.active ? 0 : 1, $1.id.rawValue) }
        self.owners = Self.first(owners.map { ($0.id, $0) })
        mailsOfUsers = Self.first(owners.compactMap { owner in owner.userID.map { ($0, Canonical.mail(owner.mail)) } })
        ownersByMail = Self.first(owners.map { (Canonical.mail($0.mail), $0.id) })
        self.collaborateurs = Self.first(people.map { ($0.id, $0) })
        collaborateursByMail = Self.first(people.map { (Canonical.mail($0.mail), $0.id) })
    }

    /// The person's mail in canonical form: what the two sides are compared by. nil for an id that nobody has.
    public func mail(of owner: ID<HubSpotOwner>) -> String? { nonEmpty(owners[owner].map { Canonical.mail($0.mail) }) }

    public func mail(of collaborateur: ID<Collaborateur>) -> String? {
        nonEmpty(collaborateurs[collaborateur].map { Canonical.mail($0.mail) })
    }

    public func mail(of user: ID<HubSpotUser>) -> String? { nonEmpty(mailsOfUsers[user]) }

    /// The owner to write for this mail.
    public func owner(mail: String) -> ID<HubSpotOwner>? { nonEmpty(Canonical.mail(mail)).flatMap { ownersByMail[$0] } }

    /// The collaborateur to write for this mail.
    public func collaborateur(mail: String) -> ID<Collaborateur>? {
        nonEmpty(Canonical.mail(mail)).flatMap { collaborateursByMail[$0] }
    }

    public func collaborateur(of owner: ID<HubSpotOwner>) -> ID<Collaborateur>? {
        mail(of: owner).flatMap(collaborateur(mail:))
    }

    /// R2: who created a deal.
    public func collaborateur(of user: ID<HubSpotUser>) -> ID<Collaborateur>? {
        mail(of: user).flatMap(collaborateur(mail:))
    }

    public func owner(of collaborateur: ID<Collaborateur>) -> ID<HubSpotOwner>? {
        mail(of: collaborateur).flatMap(owner(mail:))
    }

    private func nonEmpty(_ mail: String?) -> String? { mail.flatMap { $0.isEmpty ? nil : $0 } }

    private static func first<Key: Hashable, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
        Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
