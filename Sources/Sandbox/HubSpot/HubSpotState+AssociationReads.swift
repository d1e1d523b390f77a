/// Associations, read by v4 and v3.
extension HubSpotState {
    static let linksPerPage = 500

    func batchReadLinks(_ from: ObjectType, _ to: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let inputs = try BatchOutcome.inputs(try body(call), most: 1000)
        guard AssociationKind.between(from, to) != nil else {
            throw .invalid("No association from \(from.rawValue) to \(to.rawValue)")
        }
        var outcome = BatchOutcome()
        for input in inputs {
            guard let id = input["id"]?.spelled else { throw .invalid("Invalid input JSON: id is required") }
            let record = Int(id).flatMap { self[from].find($0) }
            let links = record.map { liveLinks($0, to) } ?? []
            guard record?.isArchived == false, !links.isEmpty else {
                outcome.errors.append(Self.noLinks(from, to, id))
                continue
            }
            let after = input["after"]?.spelled.flatMap { Int($0) } ?? 0
            var members = page(links, after: after)
            let results = members.removeValue(forKey: "results")
            members["to"] = results
            members["from"] = ["id": .string(id)]
            outcome.results.append(.object(members))
        }
        return outcome.answer(status: 200, inputs: inputs.count, began: now)
    }

    private static func noLinks(_ from: ObjectType, _ to: ObjectType, _ id: String) -> JSON {
        [
            "status": "error", "category": "OBJECT_NOT_FOUND",
            "subCategory": "crm.associations.NO_ASSOCIATIONS_FOUND",
            "message": .string("No \(to.singular) is associated with \(from.singular) \(id)."),
            "context": ["fromObjectId": [.string(id)], "fromObjectType": [.string(from.rawValue)], "toObjectType": [.string(to.rawValue)]],
        ]
    }

    /// A page of links after an id, with the place to go on from.
    private func page(_ links: [(id: Int, labels: Set<AssociationLabel>)], after: Int, limit: Int = linksPerPage) -> [String: JSON] {
        let rest = links.filter { $0.id > after }
        let page = rest.prefix(limit)
        let results = page.map { id, labels -> JSON in
            [
                "toObjectId": settings.numericLinkIds ? .integer(id) : .string(String(id)),
                "associationTypes": .array(labels.sorted().map(\.json)),
            ]
        }
        var members: [String: JSON] = ["results": .array(results)]
        if rest.count > page.count, let last = page.last {
            members["paging"] = ["next": ["after": .string(String(last.id)), "link": .string("?after=\(last.id)")]]
        }
        return members
    }

    /// `GET /crm/v4/objects/{from}/{id}/associations/{to}`
    func links(_ from: ObjectType, _ id: String, _ to: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        guard let record = try resolve(from, id, idProperty: nil) else { throw .notFound() }
        let limit = call.query.integer("limit") ?? Self.linksPerPage
        guard (1...Self.linksPerPage).contains(limit) else { throw .invalid("limit must be between 1 and 500") }
        return .json(.object(page(liveLinks(record, to), after: call.query.integer("after") ?? 0, limit: limit)))
    }

    /// `GET /crm/v3/objects/{from}/{id}/associations/{to}`
    func namedLinks(_ from: ObjectType, _ id: String, _ to: ObjectType) throws(HubSpotFault) -> Answer {
        guard let record = try resolve(from, id, idProperty: nil) else { throw .notFound() }
        return .json(["results": .array(linkNames(record, from, to))])
    }

    /// `GET /crm/v4/associations/{from}/{to}/labels`
    func labels(_ from: ObjectType, _ to: ObjectType) throws(HubSpotFault) -> Answer {
        guard let kind = AssociationKind.between(from, to) else { throw .notFound() }
        let labels = [kind.plain] + (kind.primary.map { [$0] } ?? [])
        return .json(["results": .array(labels.map { AssociationLabel($0).json })])
    }
}
