/// The forms: `GET /sandbox/hubspot?type=`, and `GET|POST /sandbox/hubspot/form/{type}[/{id}]`.
extension HubSpotState {
    mutating func form(_ path: [String], _ call: Call) throws(ControlFault) -> Answer {
        guard let first = path.first else {
            return .html(HubSpotPage.list(call.query["type"].flatMap(ObjectType.init(path:)) ?? .companies, in: self))
        }
        guard let type = ObjectType(path: first) else { throw .notFound(first) }
        let record = path.count > 1 ? Int(path[1]).flatMap { self[type].records[$0] } : nil
        guard call.method == "POST" else { return .html(HubSpotPage.record(record, type, in: self)) }
        let typed = Query(String(decoding: call.body, as: UTF8.self))
        let author = Author(source: "CRM_UI", at: now)
        do throws(HubSpotFault) {
            switch (typed["geste"], record) {
            case ("archive", let record?): archive(type, record.id, by: author)
            case ("restore", let record?): restore(type, record.id, by: author)
            default: try save(typed, type, record, by: author)
            }
            return .redirect(to: "/sandbox/hubspot?type=\(type.rawValue)")
        } catch {
            return .html(HubSpotPage.record(record, type, in: self, message: error.message), status: error.status)
        }
    }

    private mutating func save(_ typed: Query, _ type: ObjectType, _ record: Record?, by author: Author) throws(HubSpotFault) {
        var properties: [String: JSON] = [:]
        for (name, value) in typed.pairs where definitions[type]?[name] != nil {
            if value != record?.properties[name] ?? "" { properties[name] = .string(value) }
        }
        var claims = Draft.Claims()
        let draft = try prepare(
            type, ["properties": .object(properties)], existing: record, claims: &claims, isPerson: true)
        if let record {
            _ = update(type, record, draft, by: author)
        } else {
            _ = create(type, draft, by: author)
        }
    }
}
