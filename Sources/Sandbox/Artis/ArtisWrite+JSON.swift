extension ArtisWrite {
    var json: JSON {
        [
            "sequence": .integer(sequence), "instant_us": .integer(at), "collection": .string(collection.rawValue),
            "operation": .string(operation.rawValue), "id": .string(id), "version": .integer(version),
            "cle": .optional(key), "empreinte": .optional(digest), "referenceExterne": .optional(reference),
            "origine": .optional(origin), "auteur": .string(author.rawValue), "tiers": .optional(tiers),
            "effective": .bool(effective),
        ]
    }

    init?(_ json: JSON) {
        guard let sequence = json["sequence"]?.integer, let at = json["instant_us"]?.integer,
            let collection = json["collection"]?.text.flatMap(ArtisCollection.init),
            let operation = json["operation"]?.text.flatMap(Operation.init), let id = json["id"]?.text,
            let version = json["version"]?.integer, let author = json["auteur"]?.text.flatMap(Author.init),
            let effective = json["effective"]?.flag
        else { return nil }
        self.init(
            sequence: sequence, at: at, collection: collection, operation: operation, id: id, version: version,
            key: json["cle"]?.text, digest: json["empreinte"]?.text, reference: json["referenceExterne"]?.text,
            origin: json["origine"]?.text, author: author, tiers: json["tiers"]?.text, effective: effective)
    }
}

extension ArtisRecord {
    /// The record as the ledger keeps it and the control end-point shows it.
    var kept: JSON {
        [
            "id": .string(id), "rang": .integer(ordinal), "version": .integer(version), "modifie_us": .integer(modified),
            "referenceExterne": .optional(reference), "champs": .object(fields), "supprime": .bool(deleted),
        ]
    }

    init?(_ json: JSON) {
        guard let id = json["id"]?.text, let ordinal = json["rang"]?.integer, let version = json["version"]?.integer,
            let modified = json["modifie_us"]?.integer, let fields = json["champs"]?.members,
            let deleted = json["supprime"]?.flag
        else { return nil }
        self.init(
            id: id, ordinal: ordinal, version: version, modified: modified, reference: json["referenceExterne"]?.text,
            fields: fields, deleted: deleted)
    }
}
