/// How the schema of a database stands to this program.
public enum SchemaState: Sendable, Equatable {
    case current
    /// These migrations are missing: `passerelle migrate` brings them.
    case behind([Int])
    /// The database knows a migration that this program does not: a newer program made it.
    case ahead(Int)
    /// A migration was edited after it was applied.
    case changed(Int)

    /// Compares what was applied (number and checksum) with what is known. What stops work most comes first.
    static func compare(applied: [AppliedMigration], known: [Migration]) -> SchemaState {
        let checksums = Dictionary(known.map { ($0.number, $0.checksum) }, uniquingKeysWith: { first, _ in first })
        for migration in applied {
            guard let checksum = checksums[migration.number] else { return .ahead(migration.number) }
            if checksum != migration.checksum { return .changed(migration.number) }
        }
        let done = Set(applied.map(\.number))
        let missing = known.map(\.number).filter { !done.contains($0) }
        return missing.isEmpty ? .current : .behind(missing)
    }
}
