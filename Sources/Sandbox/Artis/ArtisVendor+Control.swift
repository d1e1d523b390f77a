/// What only tests and demonstrations may do, under `/sandbox/artis`: play the person who sets artis up and works in it,
/// and read what happened.
extension ArtisVendor {
    func control(_ call: Call) async -> Answer? {
        let parts = Array(call.segments.dropFirst())
        guard call.segments.first == "artis" else { return nil }
        return await Self.answering { () async throws(ArtisRefusal) in
            if parts.first == "formulaire" || parts.isEmpty { return try await form(call, Array(parts.dropFirst())) }
            if let collection = ArtisCollection(rawValue: parts[0]) {
                return try await records(call, collection, Array(parts.dropFirst()))
            }
            return try await setUp(call, parts)
        }
    }

    private func setUp(_ call: Call, _ parts: [String]) async throws(ArtisRefusal) -> Answer {
        switch (call.method, parts[0], parts.count) {
        case ("GET", "ecritures", 1):
            let since = call.query.integer("depuis") ?? 0
            let writes = await store.state.writes.dropFirst(max(0, since))
            return .json(["elements": .array(writes.map(\.json))])
        case ("GET", "attendus", 1): return .json(await store.state.expectations)
        case ("GET", "reglages", 1): break
        case ("PUT", "reglages", 1):
            let base = await store.state.settings
            await store.set([.settings(ArtisSettings(.object(try Self.body(call)), base: base))])
        case ("PUT", "parametres", 2):
            guard let value = try Self.body(call)["valeur"]?.spelled else { throw Self.wanted("valeur") }
            await store.set([.parameter(code: parts[1], value: value)])
            return .empty
        case ("DELETE", "parametres", 2):
            await store.set([.parameter(code: parts[1], value: nil)])
            return .empty
        case ("PUT", "tables-de-libelles", 2):
            await store.set([.labels(table: parts[1], lines: try Self.lines("libelles", call) { ArtisLabel($0) })])
            return .empty
        case ("PUT", "tables-de-decision", 2) where parts[1] == ArtisTableName.actions:
            await store.set([.decisions(try Self.lines("lignes", call) { ArtisDecision($0) })])
            return .empty
        case ("PUT", "collaborateurs", 2):
            var members = try Self.body(call)
            members["id"] = .string(parts[1])
            guard let person = ArtisPerson(.object(members)) else { throw Self.wanted("mail") }
            await store.set([.person(person)])
            return .json(person.json)
        default: throw Self.noSuchPath(call)
        }
        return .json(await store.state.settings.json)
    }

    private static func lines<Line>(
        _ name: String, _ call: Call, _ read: (JSON) -> Line?
    ) throws(ArtisRefusal) -> [Line] {
        guard let items = try body(call)[name]?.items else { throw wanted(name) }
        let lines = items.compactMap(read)
        guard lines.count == items.count else { throw wanted(name) }
        return lines
    }

    static func wanted(_ member: String) -> ArtisRefusal {
        ArtisRefusal(.badRequest, "\(member) manque ou n'a pas la forme attendue", field: member)
    }
}
