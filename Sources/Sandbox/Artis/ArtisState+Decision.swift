/// What one operation does to the state: decided here, applied by whoever holds the state.
extension ArtisState {
    struct Outcome: Sendable {
        let status: Int
        let id: String
        let version: Int
        /// Nothing to apply when an idempotency key gives its first answer again.
        let entry: ArtisEntry?
    }

    /// Decides in this order: idempotency key, external reference, existence and version, locks, fields, required ones, SIRET.
    func decide(
        _ operation: ArtisOperation, in collection: ArtisCollection, cause: ArtisCause
    ) throws(ArtisRefusal) -> Outcome {
        let digest = operation.key.map { _ in operation.digest(in: collection) }
        if let key = operation.key, let first = write(forKey: key, at: cause.at) {
            guard first.digest == digest else {
                throw ArtisRefusal(.keyReused, "Cette clé a servi à une autre opération", field: "cle", id: first.id)
            }
            return Outcome(
                status: first.operation == .creation ? 201 : 200, id: first.id, version: first.version, entry: nil)
        }
        switch operation.kind {
        case .creation: return try create(operation, in: collection, cause: cause, digest: digest)
        case .modification: return try modify(operation, in: collection, cause: cause, digest: digest)
        }
    }

    private func create(
        _ operation: ArtisOperation, in collection: ArtisCollection, cause: ArtisCause, digest: String?
    ) throws(ArtisRefusal) -> Outcome {
        try checkReference(operation.reference, in: collection, otherThan: nil)
        let fields = try checked(operation.fields, of: collection).filter { $0.value != .null }
        try checkRequired(fields, of: collection)
        try checkSIRET(fields, otherThan: nil)
        let ordinal = table(collection).order.count + 1
        let record = ArtisRecord(
            id: collection.id(ordinal), ordinal: ordinal, version: 1, modified: cause.at, reference: operation.reference,
            fields: derived(fields))
        let write = entry(.creation, record, in: collection, cause: cause, key: operation.key, digest: digest)
        return Outcome(status: 201, id: record.id, version: 1, entry: write)
    }

    private func modify(
        _ operation: ArtisOperation, in collection: ArtisCollection, cause: ArtisCause, digest: String?
    ) throws(ArtisRefusal) -> Outcome {
        guard let id = operation.id, let old = living(collection, id) else {
            throw ArtisRefusal(.unknown, "Aucune fiche de cet identifiant", id: operation.id)
        }
        if let expected = operation.expected, expected != old.version {
            throw ArtisRefusal(.versionMoved, "La fiche en est à la version \(old.version)", id: id)
        }
        try checkReference(operation.reference, in: collection, otherThan: id)
        let changes = try checked(operation.fields, of: collection)
        if cause.author == .port { try checkLock(of: old, against: changes) }
        var record = old
        record.fields.merge(changes) { _, new in new }
        record.fields = record.fields.filter { $0.value != .null }
        try checkRequired(record.fields, of: collection)
        try checkSIRET(changes, otherThan: id)
        record.fields = derived(record.fields)
        record.reference = operation.reference ?? old.reference
        let effective = record != old
        if effective {
            record.version += 1
            record.modified = cause.at
        }
        let write = entry(
            .modification, record, in: collection, cause: cause, key: operation.key, digest: digest,
            effective: effective)
        return Outcome(status: 200, id: id, version: record.version, entry: write)
    }

    func entry(
        _ operation: ArtisWrite.Operation, _ record: ArtisRecord, in collection: ArtisCollection, cause: ArtisCause,
        key: String? = nil, digest: String? = nil, effective: Bool = true
    ) -> ArtisEntry {
        let write = ArtisWrite(
            sequence: writes.count + 1, at: cause.at, collection: collection, operation: operation, id: record.id,
            version: record.version, key: key, digest: digest, reference: record.reference, origin: cause.origin,
            author: cause.author, tiers: record.text("tiers"), effective: effective)
        return .write(write, record)
    }
}
