/// The records of one collection with the indexes that its rules need.
struct ArtisTable: Sendable {
    private(set) var records: [String: ArtisRecord] = [:]
    /// Ids in the order of creation.
    private(set) var order: [String] = []
    /// Every reference ever given, for good: a deleted record keeps its own.
    private(set) var idByReference: [String: String] = [:]
    /// Living records by the digits of their SIRET, or by their lower-cased mail.
    private(set) var idsBySIRET: [String: Set<String>] = [:]
    private(set) var idsByMail: [String: Set<String>] = [:]

    /// The record of that id unless it is deleted.
    func living(_ id: String) -> ArtisRecord? {
        guard let record = records[id], !record.deleted else { return nil }
        return record
    }

    mutating func put(_ record: ArtisRecord) {
        if let old = records[record.id] {
            unindex(old)
        } else {
            order.append(record.id)
        }
        records[record.id] = record
        if let reference = record.reference { idByReference[reference] = record.id }
        guard !record.deleted else { return }
        if let key = Self.siretKey(record) { idsBySIRET[key, default: []].insert(record.id) }
        if let key = Self.mailKey(record) { idsByMail[key, default: []].insert(record.id) }
    }

    private mutating func unindex(_ record: ArtisRecord) {
        if let key = Self.siretKey(record) { idsBySIRET[key]?.remove(record.id) }
        if let key = Self.mailKey(record) { idsByMail[key]?.remove(record.id) }
    }

    private static func siretKey(_ record: ArtisRecord) -> String? {
        record.text("siret").map(ArtisFormat.digits).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func mailKey(_ record: ArtisRecord) -> String? { record.text("mail")?.lowercased() }
}
