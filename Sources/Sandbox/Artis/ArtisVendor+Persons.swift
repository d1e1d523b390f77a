/// Records made, changed, deleted and brought back as a person would at the ERP's own screens: no version, no key, no
/// lock (a person may reopen an affaire), the same checks otherwise.
extension ArtisVendor {
    func records(
        _ call: Call, _ collection: ArtisCollection, _ parts: [String]
    ) async throws(ArtisRefusal) -> Answer {
        switch (call.method, parts.count) {
        case ("GET", 0):
            let table = await store.state.table(collection)
            return .json(["elements": .array(table.order.compactMap { table.records[$0]?.kept })])
        case ("GET", 1):
            guard let record = await store.state.table(collection).records[parts[0]] else {
                throw ArtisRefusal(.unknown, "Aucune fiche de cet identifiant", id: parts[0])
            }
            return .json(record.kept)
        case ("POST", 0):
            let body = try Self.body(call)
            guard let fields = body["champs"]?.members else { throw Self.wanted("champs") }
            return try await write(
                ArtisOperation(kind: .creation, reference: body["referenceExterne"]?.text, fields: fields), collection)
        case ("PATCH", 1):
            guard let fields = try Self.body(call)["champs"]?.members else { throw Self.wanted("champs") }
            return try await write(ArtisOperation(kind: .modification, id: parts[0], fields: fields), collection)
        case ("DELETE", 1):
            try await delete(parts[0], in: collection)
            return .empty
        case ("POST", 2) where parts[1] == "restauration":
            try await restore(parts[0], in: collection)
            return .empty
        default: throw Self.noSuchPath(call)
        }
    }

    func write(_ operation: ArtisOperation, _ collection: ArtisCollection) async throws(ArtisRefusal) -> Answer {
        let results = await store.run([operation], in: collection, author: .personne, origin: nil)
        guard let outcome = try results.first?.get() else { throw ArtisRefusal(.failed, "Aucun résultat") }
        return .json(["id": .string(outcome.id), "version": .integer(outcome.version)], status: outcome.status)
    }

    func delete(_ id: String, in collection: ArtisCollection) async throws(ArtisRefusal) {
        try await store.act { (state, cause) throws(ArtisRefusal) in
            try state.deletion(id, in: collection, cause: cause)
        }
    }

    func restore(_ id: String, in collection: ArtisCollection) async throws(ArtisRefusal) {
        try await store.act { (state, cause) throws(ArtisRefusal) in
            try state.restoration(id, in: collection, cause: cause)
        }
    }
}
