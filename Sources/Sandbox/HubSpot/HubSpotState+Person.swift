/// Records changed as someone in the browser would.
extension HubSpotState {
    mutating func person(_ type: ObjectType, _ path: [String], _ call: Call) throws(ControlFault) -> Answer {
        let body = call.method == "POST" || call.method == "PATCH" ? call.json ?? [:] : [:]
        let author = Author(source: "CRM_UI", userId: body["created_by"]?.integer ?? body["by"]?.integer, at: now)
        do throws(HubSpotFault) {
            switch (call.method, path.count, path.last) {
            case ("POST", 0, _): return try enter(type, body, by: author)
            case ("POST", 1, "merge"): return try merge(type, body, by: author)
            default: break
            }
            guard let id = path.first.flatMap({ Int($0) }), let record = self[type].find(id) else { throw .notFound() }
            switch (call.method, path.count, path.last) {
            case ("PATCH", 1, _):
                var claims = Draft.Claims()
                let draft = try prepare(type, body, existing: record, claims: &claims, isPerson: true)
                return .json(render(update(type, record, draft, by: author), type))
            case ("DELETE", 1, _): archive(type, record.id, by: author)
            case ("POST", 2, "restore"): restore(type, record.id, by: author)
            case ("POST", 2, "privacy-delete"): erase(type, record.id, by: author)
            case ("POST", 2, "associate"), ("POST", 2, "dissociate"):
                try associate(type, record.id, body, isUndone: path.last == "dissociate", by: author)
            default: throw .notFound("no such control call")
            }
            return .empty
        } catch {
            throw .refused(error.answer(correlation: correlation()))
        }
    }

    /// `{properties, created_by?, associations?: [{type, id, primary?}]}`
    private mutating func enter(_ type: ObjectType, _ body: JSON, by author: Author) throws(HubSpotFault) -> Answer {
        var claims = Draft.Claims()
        var draft = try prepare(
            type, ["properties": body["properties"] ?? [:]], existing: nil, claims: &claims, isPerson: true)
        draft.values["hs_created_by_user_id"] = author.userId.map(String.init)
        let record = create(type, draft, by: author)
        for link in body["associations"]?.items ?? [] {
            try associate(type, record.id, link, isUndone: false, by: author)
        }
        return .json(render(self[type].records[record.id] ?? record, type), status: 201)
    }

    /// `{type, id, primary?}`
    private mutating func associate(
        _ type: ObjectType, _ id: Int, _ body: JSON, isUndone: Bool, by author: Author
    ) throws(HubSpotFault) {
        guard let to = body["type"]?.text.flatMap(ObjectType.init(path:)), let kind = AssociationKind.between(type, to),
            let other = body["id"]?.spelled.flatMap({ Int($0) }), self[to].records[other] != nil
        else { throw .invalid("associate: type and id must name a record that exists") }
        if isUndone { return unlink(type, id, to, other, by: author) }
        let label = body["primary"]?.flag == true ? kind.primary ?? kind.plain : kind.plain
        link(type, id, to, other, [AssociationLabel(label)], by: author)
    }

    /// `{primary, loser, new_id?}`
    private mutating func merge(_ type: ObjectType, _ body: JSON, by author: Author) throws(HubSpotFault) -> Answer {
        guard let primary = body["primary"]?.spelled.flatMap({ Int($0) }),
            let loser = body["loser"]?.spelled.flatMap({ Int($0) })
        else { throw .invalid("merge: primary and loser must be ids") }
        let newId = body["new_id"]?.flag ?? settings.mergeMakesNewId
        let survivor = try merge(type, primary: primary, loser: loser, newId: newId, by: author)
        guard let record = self[type].records[survivor] else { throw .notFound() }
        return .json(render(record, type))
    }
}
