import Database
import Domain

/// Pauses and resumes kinds for the whole fleet; doing so twice is doing it once.
struct PauseSwitch {
    let desk: Desk

    func pause(_ kind: Kind) async throws(ConsoleFailure) {
        try await turn(PauseKind(kind, by: desk.operatorName), "pause", kind)
        say(kind, fr: "en pause", en: "paused")
    }

    func resume(_ kind: Kind) async throws(ConsoleFailure) {
        try await turn(ResumeKind(kind), "resume", kind)
        say(kind, fr: "en service", en: "working")
    }

    private func turn(_ statement: some Statement, _ action: String, _ kind: Kind) async throws(ConsoleFailure) {
        try await ask { () async throws(DatabaseError) in
            try await desk.database.transaction { (transaction) async throws(DatabaseError) in
                guard try await transaction.first(statement) != nil else { return }
                try await desk.record(action, kind.rawValue, in: transaction)
            }
        }
    }

    private func say(_ kind: Kind, fr french: String, en english: String) {
        let language = desk.screen.language
        desk.screen.line(Words("\(kind.name(language)) : \(language.of(fr: french, en: english))"))
    }
}
