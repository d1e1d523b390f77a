/// The forms that a person uses by hand: `GET /sandbox/artis`, and what its buttons send.
extension ArtisVendor {
    func form(_ call: Call, _ parts: [String]) async throws(ArtisRefusal) -> Answer {
        switch (call.method, parts.count) {
        case ("GET", 0):
            let collection = call.query["collection"].flatMap(ArtisCollection.init) ?? .tiers
            return .html(ArtisPage.list(collection, in: await store.state, message: call.query["message"]))
        case ("GET", 1), ("GET", 2):
            guard let collection = ArtisCollection(rawValue: parts[0]) else { throw Self.noSuchPath(call) }
            let table = await store.state.table(collection)
            return .html(ArtisPage.record(parts.dropFirst().first.flatMap { table.records[$0] }, in: collection))
        case ("POST", 1), ("POST", 2):
            guard let collection = ArtisCollection(rawValue: parts[0]) else { throw Self.noSuchPath(call) }
            return try await submit(call, collection, id: parts.dropFirst().first)
        default: throw Self.noSuchPath(call)
        }
    }

    /// A refusal comes back as the same form with its message, what was typed kept.
    private func submit(
        _ call: Call, _ collection: ArtisCollection, id: String?
    ) async throws(ArtisRefusal) -> Answer {
        let typed = Query(String(decoding: call.body, as: UTF8.self))
        do throws(ArtisRefusal) {
            switch (typed["geste"], id) {
            case ("supprimer", let id?): try await delete(id, in: collection)
            case ("restaurer", let id?): try await restore(id, in: collection)
            default:
                let fields = ArtisFormFields.read(typed, of: collection)
                _ = try await write(
                    ArtisOperation(kind: id == nil ? .creation : .modification, id: id, fields: fields), collection)
            }
            return .redirect(to: "/sandbox/artis?collection=\(collection.rawValue)")
        } catch {
            let old = await store.state.table(collection).records
            let page = ArtisPage.record(
                id.flatMap { old[$0] }, in: collection, typed: ArtisFormFields.read(typed, of: collection),
                message: "\(error.code.rawValue) : \(error.message)")
            return .html(page, status: error.code.status)
        }
    }
}
