/// How the schema of a database stands to this program.
public enum SchemaState: Sendable, Equatable {
    case current
    /// These migrations are missing: `passerelle migrate` brings them.
    case behind([Int])
    /// The database knows migrations up to this one that this program does not, and they let it go on: an upgrade is under
    /// way.
    case serving(Int)
    /// The database knows a migration that this program does not, and that does not let it go on: a newer program made it.
    case ahead(Int)
    /// A migration was edited after it was applied.
    case changed(Int)

    /// Whether this program may work on it.
    public var isUsable: Bool {
        switch self {
        case .current, .serving: true
        case .behind, .ahead, .changed: false
        }
    }

    /// Compares what was applied with what is known. What stops work most comes first.
    static func compare(applied: [AppliedMigration], known: [Migration]) -> SchemaState {
        let checksums = Dictionary(known.map { ($0.number, $0.checksum) }, uniquingKeysWith: { first, _ in first })
        let latest = known.map(\.number).max() ?? 0
        for migration in applied {
            if let checksum = checksums[migration.number] {
                if checksum != migration.checksum { return .changed(migration.number) }
            } else if migration.serves ?? .max > latest {
                return .ahead(migration.number)
            }
        }
        let done = Set(applied.map(\.number))
        let missing = known.map(\.number).filter { !done.contains($0) }
        if !missing.isEmpty { return .behind(missing) }
        let newest = done.max() ?? 0
        return newest > latest ? .serving(newest) : .current
    }
}
