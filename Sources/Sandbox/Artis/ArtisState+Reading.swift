/// Reads by ids, references, SIRETs or mails, and listings.
extension ArtisState {
    /// What a `lecture` may ask for.
    enum Question: String, CaseIterable, Sendable {
        case ids, references, sirets, mails

        func suits(_ collection: ArtisCollection) -> Bool {
            switch self {
            case .ids, .references: true
            case .sirets: collection == .tiers
            case .mails: collection == .interlocuteurs
            }
        }
    }

    /// Each record once, in the order asked; what is not there is told with the key that was asked for.
    func read(_ keys: [String], by question: Question, in collection: ArtisCollection) -> JSON {
        let table = table(collection)
        var found: [JSON] = []
        var absent: [JSON] = []
        var seen: Set<String> = []
        for key in keys where seen.insert("?" + key).inserted {
            let ids: [String] =
                switch question {
                case .ids: [key]
                case .references: table.idByReference[key].map { [$0] } ?? []
                case .sirets: table.idsBySIRET[ArtisFormat.digits(of: key)]?.sorted() ?? []
                case .mails: table.idsByMail[key.lowercased()]?.sorted() ?? []
                }
            let living = ids.compactMap(table.living)
            found += living.filter { seen.insert($0.id).inserted }.map { json($0, in: collection) }
            if living.isEmpty {
                let motif = ids.contains { table.records[$0] != nil } ? "supprime" : "inconnu"
                absent.append(.object(["id": .string(key), "motif": .string(motif)]))
            }
        }
        return .object(["elements": .array(found), "absents": .array(absent)])
    }

    /// One page of all living records, in the order of their creation.
    func list(
        _ collection: ArtisCollection, suite: String?, pageSize: Int = 500
    ) throws(ArtisRefusal) -> JSON {
        let place = try suite.map(ArtisCursor.place) ?? (0, writes.count)
        let table = table(collection)
        let slice = table.order.dropFirst(place.position).prefix(pageSize)
        var page: [String: JSON] = [
            "elements": .array(slice.compactMap(table.living).map { .object(Self.head($0)) }),
            "curseur": .string(ArtisCursor.feed(place.sequence)),
        ]
        if slice.endIndex < table.order.count {
            page["suite"] = .string(ArtisCursor.listing(after: slice.endIndex, sequence: place.sequence))
        }
        return .object(page)
    }

    /// A record with every field of its collection, empty ones as null.
    func json(_ record: ArtisRecord, in collection: ArtisCollection) -> JSON {
        var members = Self.head(record)
        if let reference = record.reference { members["referenceExterne"] = .string(reference) }
        var fields: [String: JSON] = [:]
        for field in ArtisField.all(of: collection) { fields[field.name] = record.fields[field.name] ?? .null }
        members["champs"] = .object(fields)
        return .object(members)
    }

    private static func head(_ record: ArtisRecord) -> [String: JSON] {
        ["id": .string(record.id), "version": .integer(record.version), "modifieLe": .string(ArtisTime.text(record.modified))]
    }
}
