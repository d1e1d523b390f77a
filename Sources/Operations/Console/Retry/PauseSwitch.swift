import Domain
import Oversight

/// Pauses and resumes kinds for the whole fleet; doing so twice is doing it once.
struct PauseSwitch {
    let desk: Desk

    func pause(_ kind: Kind) async throws(ConsoleFailure) {
        try await desk.person.pause(kind)
        say(kind, fr: "en pause", en: "paused")
    }

    func resume(_ kind: Kind) async throws(ConsoleFailure) {
        try await desk.person.resume(kind)
        say(kind, fr: "en service", en: "working")
    }

    private func say(_ kind: Kind, fr french: String, en english: String) {
        let language = desk.screen.language
        desk.screen.line(Words("\(kind.name(language)) : \(language.of(fr: french, en: english))"))
    }
}
