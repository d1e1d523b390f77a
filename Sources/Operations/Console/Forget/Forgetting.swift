import Database
import Domain

/// Erases what is held of a record's values, and the audit says who.
struct Forgetting {
    let desk: Desk

    func forget(_ name: RecordName) async throws(ConsoleFailure) {
        let language = desk.screen.language
        let find = FindStanding(kinds: name.kinds, system: name.system, externalID: name.id)
        let erased = try await ask { () async throws(DatabaseError) in
            try await desk.database.transaction { (transaction) async throws(DatabaseError) -> Bool in
                let rows = try await transaction.run(find)
                guard !rows.isEmpty, !(try await transaction.run(ErasePairs(rows.map(\.id), stops: false))).isEmpty
                else { return false }
                let ids = rows.map { "\($0.kind.rawValue) \($0.hubspotID?.rawValue ?? "artis:\(name.id)")" }
                try await desk.record("forget", ids.joined(separator: ", "), in: transaction)
                return true
            }
        }
        guard erased else {
            throw .notFound(
                language.of(
                    fr: "\(name.label(language)) : Passerelle n’en détient rien",
                    en: "\(name.label(language)): nothing is held of it"))
        }
        desk.screen.line(
            Words(
                language.of(
                    fr: "\(name.label(language)) : les valeurs détenues ici sont effacées.",
                    en: "\(name.label(language)): the values held here are erased.")))
    }
}
