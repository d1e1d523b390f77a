/// Reading and writing records, a hundred at most in one call.
extension ArtisVendor {
    static let batchLimit = 100

    func read(_ call: Call, in collection: ArtisCollection) async throws(ArtisRefusal) -> Answer {
        let body = try Self.body(call)
        guard body.count == 1, let (name, value) = body.first, let question = ArtisState.Question(rawValue: name),
            question.suits(collection)
        else {
            let allowed = ArtisState.Question.allCases.filter { $0.suits(collection) }.map(\.rawValue)
            throw ArtisRefusal(.badRequest, "Exactement l'un de : \(allowed.joined(separator: ", "))")
        }
        let items = try Self.batch(value, member: name)
        let keys = items.compactMap(\.text)
        guard keys.count == items.count else {
            throw ArtisRefusal(.badRequest, "\(name) est une liste de textes", field: name)
        }
        return .json(await store.state.read(keys, by: question, in: collection)).counting(inputs: keys.count)
    }

    func run(_ call: Call, in collection: ArtisCollection) async throws(ArtisRefusal) -> Answer {
        let items = try Self.batch(Self.body(call)["operations"], member: "operations")
        var operations: [ArtisOperation] = []
        for item in items { operations.append(try ArtisOperation(item)) }
        let results = await store.run(
            operations, in: collection, author: .port, origin: call.headers["x-origine"])
        let told = zip(operations, results).map { Self.told($1, of: $0) }
        return .json(["resultats": .array(told)]).counting(inputs: items.count)
    }

    /// One element of `resultats`.
    private static func told(_ result: Result<ArtisState.Outcome, ArtisRefusal>, of operation: ArtisOperation) -> JSON {
        var members: [String: JSON] = ["cle": .optional(operation.key)]
        switch result {
        case .success(let outcome):
            members["statut"] = .integer(outcome.status)
            members["id"] = .string(outcome.id)
            members["version"] = .integer(outcome.version)
        case .failure(let refusal):
            members["statut"] = .integer(refusal.code.status)
            members["erreur"] = refusal.json
            if let id = refusal.id ?? operation.id { members["id"] = .string(id) }
        }
        return .object(members)
    }

    private static func batch(_ value: JSON?, member: String) throws(ArtisRefusal) -> [JSON] {
        guard let items = value?.items else { throw ArtisRefusal(.badRequest, "\(member) est une liste", field: member) }
        guard items.count <= batchLimit else {
            throw ArtisRefusal(.tooLarge, "\(member) : \(batchLimit) au plus", field: member)
        }
        return items
    }
}
