import Database
import Domain

/// An operator has records tried again, and the audit says so.
struct Retry {
    let desk: Desk
    private var language: Language { desk.screen.language }

    init(desk: Desk) { self.desk = desk }

    func one(_ name: RecordName) async throws(ConsoleFailure) {
        let find = FindStanding(kinds: name.kinds, system: name.system, externalID: name.id)
        let found = try await ask { () async throws(DatabaseError) in try await desk.database.first(find) }
        guard let row = found else {
            throw .notFound(
                language.of(
                    fr: "\(name.label(language)) : aucune trace ici ; « passerelle explain » la lit dans HubSpot",
                    en: "\(name.label(language)): no trace of it here; “passerelle explain” reads it in HubSpot"))
        }
        let done = try await retry(
            [row.id], detail: "\(row.kind.rawValue) \(row.hubspotID?.rawValue ?? "artis:\(name.id)")")
        guard done > 0 else {
            let state = row.state.name(language)
            throw .notFound(
                language.of(
                    fr: "\(name.label(language)) : \(state), il n’y a rien à réessayer",
                    en: "\(name.label(language)): \(state), there is nothing to try again"))
        }
        say(done)
    }

    /// - Parameter sure: that more than one is meant.
    func many(_ filter: StandingFilter, sure: Bool) async throws(ConsoleFailure) {
        let pairs = try await ask { () async throws(DatabaseError) in try await desk.database.run(FindRetryable(filter))
        }
        guard sure || pairs.count < 2 else {
            throw .refused(
                language.of(
                    fr: "\(pairs.count) fiches seraient réessayées : ajoutez --yes",
                    en: "\(pairs.count) records would be tried again: add --yes"))
        }
        let words = [filter.state?.rawValue, filter.reason?.rawValue, filter.kind?.rawValue].compactMap { $0 }
        say(pairs.isEmpty ? 0 : try await retry(pairs, detail: "\(words.joined(separator: " ")): \(pairs.count)"))
    }

    private func retry(_ pairs: [PairID], detail: String) async throws(ConsoleFailure) -> Int {
        try await ask { () async throws(DatabaseError) in
            try await desk.database.transaction { (transaction) async throws(DatabaseError) -> Int in
                let queued = try await transaction.run(RetryPairs(pairs))
                if !queued.isEmpty { try await desk.record("retry", detail, in: transaction) }
                return queued.count
            }
        }
    }

    private func say(_ count: Int) {
        desk.screen.line(
            Words(language.of(fr: "\(count) fiche(s) remise(s) en file.", en: "\(count) record(s) queued again.")))
    }
}
