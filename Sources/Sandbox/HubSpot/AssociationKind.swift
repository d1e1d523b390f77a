/// HubSpot's own association types between two object types, in both directions.
struct AssociationKind: Sendable {
    let from: ObjectType
    let to: ObjectType
    let plain: Int
    let plainBack: Int
    var primary: Int?
    var primaryBack: Int?

    private static let table = [
        AssociationKind(from: .contacts, to: .companies, plain: 279, plainBack: 280, primary: 1, primaryBack: 2),
        AssociationKind(from: .deals, to: .companies, plain: 341, plainBack: 342, primary: 5, primaryBack: 6),
        AssociationKind(from: .deals, to: .contacts, plain: 3, plainBack: 4),
        AssociationKind(from: .calls, to: .companies, plain: 182, plainBack: 181),
        AssociationKind(from: .calls, to: .contacts, plain: 194, plainBack: 193),
        AssociationKind(from: .calls, to: .deals, plain: 206, plainBack: 205),
        AssociationKind(from: .meetings, to: .companies, plain: 188, plainBack: 187),
        AssociationKind(from: .meetings, to: .contacts, plain: 200, plainBack: 199),
        AssociationKind(from: .meetings, to: .deals, plain: 212, plainBack: 211),
        AssociationKind(from: .emails, to: .companies, plain: 186, plainBack: 185),
        AssociationKind(from: .emails, to: .contacts, plain: 198, plainBack: 197),
        AssociationKind(from: .emails, to: .deals, plain: 210, plainBack: 209),
    ]

    /// The types of a direction, whichever end the table names first.
    static func between(_ from: ObjectType, _ to: ObjectType) -> AssociationKind? {
        if let kind = table.first(where: { $0.from == from && $0.to == to }) { return kind }
        guard let back = table.first(where: { $0.from == to && $0.to == from }) else { return nil }
        return AssociationKind(
            from: from, to: to, plain: back.plainBack, plainBack: back.plain, primary: back.primaryBack,
            primaryBack: back.primary)
    }

    /// The direction that a type id stands for, of those that begin at `from`.
    static func of(_ typeId: Int, from: ObjectType) -> AssociationKind? {
        ObjectType.allCases.lazy.compactMap { between(from, $0) }.first {
            $0.plain == typeId || $0.primary == typeId
        }
    }

    static func isPrimary(_ typeId: Int) -> Bool {
        table.contains { $0.primary == typeId || $0.primaryBack == typeId }
    }

    func knows(_ label: AssociationLabel) -> Bool {
        label.category != "HUBSPOT_DEFINED" || label.typeId == plain || label.typeId == primary
    }

    /// The same label seen from the other end.
    func mirrored(_ label: AssociationLabel) -> AssociationLabel {
        guard label.category == "HUBSPOT_DEFINED" else { return label }
        if label.typeId == primary, let primaryBack { return AssociationLabel(primaryBack) }
        return AssociationLabel(plainBack)
    }
}

extension ObjectType {
    /// Whether a link is written down at this end: the one that has few of them.
    func keepsLinks(to other: ObjectType) -> Bool {
        let order: [ObjectType] = [.calls, .meetings, .emails, .deals, .contacts, .companies]
        return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0)
    }
}
