/// Everything the sandbox's artis knows. A value: rules read it, entries change it, nothing else does.
struct ArtisState: Sendable {
    private(set) var tables: [ArtisCollection: ArtisTable] = [:]
    private(set) var parameters: [String: String] = [:]
    private(set) var labels: [String: [ArtisLabel]] = [ArtisTableName.roles: [], ArtisTableName.titles: []]
    private(set) var decisions: [ArtisDecision] = []
    private(set) var people: [ArtisPerson] = []
    private(set) var settings = ArtisSettings()
    /// What the generator left for tests to judge by; null when nothing was generated.
    private(set) var expectations = JSON.null
    /// Append-only.
    private(set) var writes: [ArtisWrite] = []
    /// The last write of each idempotency key, by its sequence.
    private var sequenceByKey: [String: Int] = [:]
    private var personIds: Set<String> = []

    mutating func apply(_ entry: ArtisEntry) {
        switch entry {
        case .write(let write, let record):
            tables[write.collection, default: ArtisTable()].put(record)
            writes.append(write)
            if let key = write.key { sequenceByKey[key] = write.sequence }
        case .parameter(let code, let value): parameters[code] = value
        case .labels(let table, let lines): labels[table] = lines.sorted { $0.position < $1.position }
        case .decisions(let lines): decisions = lines.sorted { $0.position < $1.position }
        case .person(let person):
            if personIds.insert(person.id).inserted {
                people.append(person)
            } else if let place = people.firstIndex(where: { $0.id == person.id }) {
                people[place] = person
            }
        case .settings(let settings): self.settings = settings
        case .expectations(let json): expectations = json
        }
    }

    func table(_ collection: ArtisCollection) -> ArtisTable { tables[collection] ?? ArtisTable() }

    func living(_ collection: ArtisCollection, _ id: String) -> ArtisRecord? { tables[collection]?.living(id) }

    func hasPerson(_ id: String) -> Bool { personIds.contains(id) }

    func hasLabel(_ code: String, in table: String) -> Bool { labels[table]?.contains { $0.code == code } ?? false }

    /// The write that an idempotency key stands for, while it is remembered at `now` (microseconds since 1970).
    func write(forKey key: String, at now: Int) -> ArtisWrite? {
        guard let sequence = sequenceByKey[key] else { return nil }
        let write = writes[sequence - 1]
        let kept = Int(settings.conservationClesSecondes * 1_000_000)
        return now - write.at <= kept ? write : nil
    }

    /// The id of another living tiers that holds this SIRET; digits compared.
    func holder(ofSIRET siret: String, otherThan id: String?) -> String? {
        let digits = ArtisFormat.digits(of: siret)
        guard !digits.isEmpty else { return nil }
        return tables[.tiers]?.idsBySIRET[digits]?.filter { $0 != id }.min()
    }
}
