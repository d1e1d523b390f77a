import Database
import Domain
import HTTP
import Oversight

/// An operator has records tried again, and reads how many that were.
struct Retry {
    let desk: Desk
    private let json: Bool
    private var language: Language { desk.screen.language }

    init(desk: Desk, json: Bool = false) { (self.desk, self.json) = (desk, json) }

    func one(_ name: RecordName) async throws(ConsoleFailure) {
        switch try await desk.person.retry(name) {
        case .queued: say(1)
        case .unknown:
            throw .notFound(
                language.of(
                    fr: "\(name.label(language)) : aucune trace ici ; « passerelle explain » la lit dans HubSpot",
                    en: "\(name.label(language)): no trace of it here; “passerelle explain” reads it in HubSpot"))
        case .notNeeded(let state):
            let state = state.name(language)
            throw .notFound(
                language.of(
                    fr: "\(name.label(language)) : \(state), il n’y a rien à réessayer",
                    en: "\(name.label(language)): \(state), there is nothing to try again"))
        }
    }

    /// - Parameter sure: that more than one is meant.
    func many(_ filter: StandingFilter, sure: Bool) async throws(ConsoleFailure) {
        let count = try await desk.person.retryable(filter)
        if count > 1 {
            let what = language.of(fr: "\(count) fiches seraient réessayées", en: "\(count) records would be tried again")
            try Confirmation.askForMany(what, sure: sure, at: desk)
        }
        say(try await desk.person.retry(filter))
    }

    private func say(_ count: Int) {
        if json { return desk.screen.show(["retried": .of(count)]) }
        desk.screen.line(
            Words(language.of(fr: "\(count) fiche(s) remise(s) en file.", en: "\(count) record(s) queued again.")))
    }
}
