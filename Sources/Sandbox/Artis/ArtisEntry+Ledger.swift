/// Entries as the ledger keeps them: the key says what they are about, so that a later one replaces an earlier one.
/// Writes are numbered and replace nothing.
extension ArtisEntry {
    var kept: (key: String, value: JSON?) {
        switch self {
        case .write(let write, let record):
            ("ecriture/\(write.sequence)", .object(["ecriture": write.json, "fiche": record.kept]))
        case .parameter(let code, let value): ("parametre/\(code)", value.map(JSON.string))
        case .labels(let table, let lines): ("libelles/\(table)", .array(lines.map(\.json)))
        case .decisions(let lines): ("decisions/", .array(lines.map(\.json)))
        case .person(let person): ("collaborateur/\(person.id)", person.json)
        case .settings(let settings): ("reglages/", settings.json)
        case .expectations(let json): ("attendus/", json)
        }
    }

    /// Nil for what no version of the sandbox has written.
    init?(key: String, value: JSON) {
        let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "ecriture":
            guard let write = value["ecriture"].flatMap(ArtisWrite.init),
                let record = value["fiche"].flatMap(ArtisRecord.init)
            else { return nil }
            self = .write(write, record)
        case "parametre": self = .parameter(code: parts[1], value: value.text)
        case "libelles": self = .labels(table: parts[1], lines: (value.items ?? []).compactMap { ArtisLabel($0) })
        case "decisions": self = .decisions((value.items ?? []).compactMap { ArtisDecision($0) })
        case "collaborateur":
            guard let person = ArtisPerson(value) else { return nil }
            self = .person(person)
        case "reglages": self = .settings(ArtisSettings(value))
        case "attendus": self = .expectations(value)
        default: return nil
        }
    }

    /// What a ledger holds, in an order that can be applied.
    static func all(in content: [String: JSON]) -> [ArtisEntry] {
        let entries = content.sorted { $0.key < $1.key }.compactMap { ArtisEntry(key: $0.key, value: $0.value) }
        return entries.sorted { $0.sequence < $1.sequence }
    }

    /// 0 for what is no write; the sort is stable.
    private var sequence: Int {
        if case .write(let write, _) = self { write.sequence } else { 0 }
    }
}
