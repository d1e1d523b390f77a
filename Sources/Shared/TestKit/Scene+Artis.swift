public import HTTP

/// What people do at the screens of artis.net.
extension Scene {
    /// Makes a record; its id.
    public func enter(_ collection: String, _ fields: [String: JSON]) async throws -> String {
        try await sandbox.artis(.post, "artis/\(collection)", ["champs": .object(fields)])["id"]?.text ?? ""
    }

    public func change(_ collection: String, _ id: String, _ fields: [String: JSON]) async throws {
        try await sandbox.artis(.patch, "artis/\(collection)/\(id)", ["champs": .object(fields)])
    }

    /// Sets a label table to these codes, all in use, in this order.
    public func setLabels(_ table: String, _ codes: [String]) async throws {
        let labels = codes.enumerated().map { position, code -> JSON in
            ["position": .init(integerLiteral: Int64(position + 1)), "code": .string(code), "libelle": .string(code)]
        }
        try await sandbox.artis(.put, "artis/tables-de-libelles/\(table)", ["libelles": .array(labels)])
    }

    public func setParameter(_ code: String, _ value: String?) async throws {
        if let value {
            try await sandbox.artis(.put, "artis/parametres/\(code)", ["valeur": .string(value)])
        } else {
            try await sandbox.artis(.delete, "artis/parametres/\(code)")
        }
    }

    /// Sets `TD_HubspotAction`: (domaine, type, motif, résultat).
    public func setActions(_ rows: [(String, String, String, String)]) async throws {
        let lines = rows.enumerated().map { position, row -> JSON in
            [
                "position": .init(integerLiteral: Int64(position + 1)), "domaine": .string(row.0), "type": .string(row.1),
                "motif": .string(row.2), "resultat": .string(row.3),
            ]
        }
        try await sandbox.artis(.put, "artis/tables-de-decision/TD_HubspotAction", ["lignes": .array(lines)])
    }
}
