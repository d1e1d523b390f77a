/// One label of an association, as one direction names it.
struct AssociationLabel: Hashable, Comparable, Sendable {
    var category = "HUBSPOT_DEFINED"
    let typeId: Int

    static func < (left: AssociationLabel, right: AssociationLabel) -> Bool {
        (left.typeId, left.category) < (right.typeId, right.category)
    }

    init(_ typeId: Int) {
        self.typeId = typeId
    }

    /// Reads `{associationCategory, associationTypeId}`, and the ledger's own spelling.
    init?(_ json: JSON) {
        guard let typeId = (json["associationTypeId"] ?? json["typeId"])?.spelled.flatMap({ Int($0) }) else { return nil }
        self.typeId = typeId
        category = (json["associationCategory"] ?? json["category"])?.text ?? "HUBSPOT_DEFINED"
    }

    /// As the v4 end-points list it.
    var json: JSON {
        [
            "category": .string(category), "typeId": .integer(typeId),
            "label": AssociationKind.isPrimary(typeId) ? "Primary" : .null,
        ]
    }
}
