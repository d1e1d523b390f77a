/// Parameters, label and decision tables, collaborateurs.
extension ArtisVendor {
    private static let peoplePerPage = 100

    func parameter(_ code: String) async throws(ArtisRefusal) -> Answer {
        guard let value = await store.state.parameters[code] else {
            throw ArtisRefusal(.unknown, "Le paramètre \(code) n'existe pas")
        }
        return .json(["code": .string(code), "valeur": .string(value)])
    }

    func labels(_ table: String) async throws(ArtisRefusal) -> Answer {
        guard let lines = await store.state.labels[table] else {
            throw ArtisRefusal(.unknown, "La table de libellés \(table) n'existe pas")
        }
        return .json(["nom": .string(table), "libelles": .array(lines.map(\.json))])
    }

    func decisions(_ table: String) async throws(ArtisRefusal) -> Answer {
        guard table == ArtisTableName.actions else {
            throw ArtisRefusal(.unknown, "La table de décision \(table) n'existe pas")
        }
        return .json(["nom": .string(table), "lignes": .array(await store.state.decisions.map(\.json))])
    }

    func people(_ call: Call) async throws(ArtisRefusal) -> Answer {
        let first = try call.query["suite"].map(ArtisCursor.place)?.position ?? 0
        let people = await store.state.people
        let slice = people.dropFirst(first).prefix(Self.peoplePerPage)
        var page: [String: JSON] = ["elements": .array(slice.map(\.json))]
        if slice.endIndex < people.count {
            page["suite"] = .string(ArtisCursor.listing(after: slice.endIndex, sequence: 0))
        }
        return .json(.object(page))
    }
}
