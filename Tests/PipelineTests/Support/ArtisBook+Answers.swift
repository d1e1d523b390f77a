import HTTP

extension ArtisBook.State {
    func read(_ collection: String, _ body: JSON) -> JSON {
        func asked(_ name: String) -> Set<String> { Set((body[name]?.array ?? []).compactMap { $0.text?.lowercased() }) }
        let (ids, references) = (asked("ids"), asked("references"))
        let (sirets, mails) = (asked("sirets"), asked("mails"))
        let found = records.filter { key, record in
            guard key.hasPrefix("\(collection)/") else { return false }
            return ids.contains(key.dropFirst(collection.count + 1).lowercased())
                || references.contains(record.reference ?? "")
                || sirets.contains(record.fields["siret"]?.string ?? "")
                || mails.contains(record.fields["mail"]?.string?.lowercased() ?? "")
        }
        return ["elements": .array(found.sorted { $0.key < $1.key }.map { Self.element($0.key, $0.value) }), "absents": []]
    }

    private static func element(_ key: String, _ record: ArtisBook.Record) -> JSON {
        [
            "id": .string(String(key.split(separator: "/")[1])), "version": .number(JSONNumber(record.version)),
            "referenceExterne": record.reference.map(JSON.string) ?? .null, "champs": .object(record.fields),
        ]
    }

    mutating func write(_ collection: String, _ operation: JSON) -> JSON {
        operations.append(operation)
        let key = operation["cle"]?.string ?? ""
        if let before = keys[key] {
            return before.request == operation
                ? before.result : .refusal(422, "CLE_REUTILISEE", id: before.result["id"]?.text)
        }
        let result: JSON
        if let refusal, refusal.concerns(operation) { result = refusal.result } else { result = apply(collection, operation) }
        keys[key] = (operation, result)
        return result
    }

    private mutating func apply(_ collection: String, _ operation: JSON) -> JSON {
        let fields = operation["champs"]?.object ?? [:]
        if operation["operation"]?.string == "creation" {
            let reference = operation["referenceExterne"]?.string ?? ""
            let twin = records.first { $0.key.hasPrefix("\(collection)/") && $0.value.reference == reference }
            if let twin { return .refusal(409, "REFERENCE_EXISTANTE", id: String(twin.key.split(separator: "/")[1])) }
            let id = "\(collection.prefix(2).uppercased())\(records.count + 1)"
            records["\(collection)/\(id)"] = ArtisBook.Record(reference: reference, fields: fields)
            return Self.done(201, id, 1)
        }
        let id = operation["id"]?.text ?? ""
        guard var record = records["\(collection)/\(id)"] else { return .refusal(404, "INCONNU") }
        if let version = operation["siVersion"]?.int, Int64(version) != record.version {
            return .refusal(412, "VERSION_DEPASSEE")
        }
        record.version += 1
        record.fields.merge(fields) { _, new in new }
        records["\(collection)/\(id)"] = record
        return Self.done(200, id, record.version)
    }

    private static func done(_ status: Int64, _ id: String, _ version: Int64) -> JSON {
        ["statut": .number(JSONNumber(status)), "id": .string(id), "version": .number(JSONNumber(version))]
    }

    func reference(_ path: [String]) -> HTTPResponse {
        switch path.dropFirst().first {
        case "parametres":
            let code = path.last ?? ""
            guard let value = parameters[code] else { return HTTPResponse(404, ["code": "INCONNU"]) }
            return HTTPResponse(200, ["code": .string(code), "valeur": .string(value)])
        case "tables-de-libelles":
            let codes = path.last == "role-commercial" ? ["TELEVENDEUR_HUBSPOT"] : ["MME", "M"]
            let rows = codes.enumerated().map { place, code -> JSON in
                ["position": .number(JSONNumber(Int64(place))), "code": .string(code), "libelle": .string(code), "actif": true]
            }
            return HTTPResponse(200, ["libelles": .array(rows)])
        case "tables-de-decision": return HTTPResponse(200, ["lignes": .array(actions)])
        case "collaborateurs": return HTTPResponse(200, ["elements": [["id": "CO0001", "mail": "marie@exemple.fr"]]])
        default: return HTTPResponse(404)
        }
    }
}

extension JSON {
    /// A result that says no.
    static func refusal(_ status: Int64, _ code: String, field: String? = nil, id: String? = nil) -> JSON {
        [
            "statut": .number(JSONNumber(status)), "id": id.map(JSON.string) ?? .null,
            "erreur": ["code": .string(code), "message": "non", "champ": field.map(JSON.string) ?? .null],
        ]
    }
}
