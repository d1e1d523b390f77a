import Crypto

/// One operation of a lot, or one act of a person at the ERP's screens (which has no key).
struct ArtisOperation: Sendable {
    enum Kind: String, Sendable {
        case creation, modification
    }

    var key: String?
    let kind: Kind
    var id: String?
    /// `siVersion`: the version the caller read; another one now is a 412.
    var expected: Int?
    var reference: String?
    let fields: [String: JSON]
}

extension ArtisOperation {
    /// Reads one element of `operations`.
    ///
    /// - Throws: `REQUETE_INVALIDE` naming the member at fault: the caller's program is wrong, so the whole lot is refused.
    init(_ json: JSON) throws(ArtisRefusal) {
        guard let members = json.members else { throw Self.malformed("operations") }
        guard let key = members["cle"]?.text, (1...255).contains(key.count) else { throw Self.malformed("cle") }
        guard let kind = members["operation"]?.text.flatMap(Kind.init) else { throw Self.malformed("operation") }
        guard let fields = members["champs"]?.members else { throw Self.malformed("champs") }
        func optional<Value>(_ name: String, _ read: (JSON) -> Value?) throws(ArtisRefusal) -> Value? {
            guard let value = members[name], value != .null else { return nil }
            guard let result = read(value) else { throw Self.malformed(name) }
            return result
        }
        self.key = key
        self.kind = kind
        self.fields = fields
        id = try optional("id", \.text)
        expected = try optional("siVersion", \.integer)
        reference = try optional("referenceExterne") { $0.text.flatMap { (1...255).contains($0.count) ? $0 : nil } }
        if (kind == .modification) != (id != nil) { throw Self.malformed("id") }
    }

    private static func malformed(_ member: String) -> ArtisRefusal {
        ArtisRefusal(.badRequest, "\(member) manque ou n'a pas la forme attendue", field: member)
    }

    /// A digest of all that the operation says, the same for the same body whatever the order of its members.
    func digest(in collection: ArtisCollection) -> String {
        let body: [String: JSON] = [
            "collection": .string(collection.rawValue), "operation": .string(kind.rawValue),
            "id": id.map(JSON.string) ?? .null, "siVersion": expected.map(JSON.integer) ?? .null,
            "referenceExterne": reference.map(JSON.string) ?? .null, "champs": .object(fields),
        ]
        return SHA256.hash(data: JSON.object(body).bytes)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
