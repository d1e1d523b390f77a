/// Associations, made and undone.
extension HubSpotState {
    /// `POST /crm/v4/associations/{from}/{to}/batch/{create|archive|associate/default|labels/archive}`
    mutating func batchLink(
        _ from: ObjectType, _ to: ObjectType, _ verb: [String], _ call: Call
    ) throws(HubSpotFault) -> Answer {
        let inputs = try BatchOutcome.inputs(try body(call), most: 100)
        guard let kind = AssociationKind.between(from, to) else {
            throw .invalid("No association from \(from.rawValue) to \(to.rawValue)")
        }
        let author = Author(at: now)
        if verb == ["archive"] {
            for input in inputs {
                guard let id = Self.id(input["from"]) else { throw .invalid("from.id is required") }
                for other in input["to"]?.items ?? [] {
                    if let other = Self.id(other) { unlink(from, id, to, other, by: author) }
                }
            }
            return Answer.empty.counting(inputs: inputs.count)
        }
        var pairs: [(id: Int, other: Int, labels: Set<AssociationLabel>)] = []
        for input in inputs {
            guard let id = Self.id(input["from"]), let other = Self.id(input["to"]) else {
                throw .invalid("from.id and to.id are required")
            }
            let labels = try verb.first == "associate" ? [AssociationLabel(kind.plain)] : Self.labels(input["types"], kind)
            pairs.append((id, other, labels))
        }
        if verb == ["labels", "archive"] {
            for pair in pairs { unlink(from, pair.id, to, pair.other, pair.labels, by: author) }
            return Answer.empty.counting(inputs: inputs.count)
        }
        return try makeLinks(from, to, pairs, by: author)
    }

    private mutating func makeLinks(
        _ from: ObjectType, _ to: ObjectType, _ pairs: [(id: Int, other: Int, labels: Set<AssociationLabel>)],
        by author: Author
    ) throws(HubSpotFault) -> Answer {
        var outcome = BatchOutcome()
        for pair in pairs {
            guard let record = live(from, pair.id), let other = live(to, pair.other) else {
                let fault = HubSpotFault.notFound("\(pair.id) or \(pair.other) does not exist")
                outcome.errors.append(
                    fault.element(context: ["fromObjectId": .strings([String(pair.id)]), "toObjectId": .strings([String(pair.other)])]))
                continue
            }
            link(from, record.id, to, other.id, pair.labels, by: author)
            outcome.results.append(Self.made(from, record.id, to, other.id, pair.labels))
        }
        return outcome.answer(status: 201, inputs: pairs.count, began: now)
    }

    /// `PUT /crm/v4/objects/{from}/{id}/associations/{to}/{other}`, its `default` form, and the v3 form.
    mutating func putLink(
        _ from: ObjectType, _ id: String, _ to: ObjectType, _ other: String, types: JSON?
    ) throws(HubSpotFault) -> Answer {
        guard let kind = AssociationKind.between(from, to) else { throw .invalid("No such association") }
        let labels = try types.map { list throws(HubSpotFault) in try Self.labels(list, kind) } ?? [AssociationLabel(kind.plain)]
        guard let record = try resolve(from, id, idProperty: nil), let target = try resolve(to, other, idProperty: nil)
        else { throw .notFound() }
        link(from, record.id, to, target.id, labels, by: Author(at: now))
        return .json(Self.made(from, record.id, to, target.id, labels), status: types == nil ? 200 : 201)
    }

    mutating func deleteLink(_ from: ObjectType, _ id: String, _ to: ObjectType, _ other: String) throws(HubSpotFault) -> Answer {
        guard let record = try resolve(from, id, idProperty: nil), let target = try resolve(to, other, idProperty: nil)
        else { throw .notFound() }
        unlink(from, record.id, to, target.id, by: Author(at: now))
        return .empty
    }

    private func live(_ type: ObjectType, _ id: Int) -> Record? {
        self[type].find(id).flatMap { $0.isArchived ? nil : $0 }
    }

    private static func id(_ json: JSON?) -> Int? { json?["id"]?.spelled.flatMap { Int($0) } }

    private static func labels(_ json: JSON?, _ kind: AssociationKind) throws(HubSpotFault) -> Set<AssociationLabel> {
        let list = json?.items ?? []
        let labels = list.compactMap(AssociationLabel.init)
        guard !labels.isEmpty, labels.count == list.count, labels.allSatisfy(kind.knows) else {
            throw .invalid("types hold no association from \(kind.from.rawValue) to \(kind.to.rawValue)")
        }
        return Set(labels)
    }

    private static func made(
        _ from: ObjectType, _ id: Int, _ to: ObjectType, _ other: Int, _ labels: Set<AssociationLabel>
    ) -> JSON {
        [
            "fromObjectTypeId": .string(from.typeId), "fromObjectId": .integer(id),
            "toObjectTypeId": .string(to.typeId), "toObjectId": .integer(other), "labels": [],
            "from": ["id": .string(String(id))], "to": ["id": .string(String(other))],
        ]
    }
}
