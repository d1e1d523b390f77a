import Domain
import HTTP
import Oversight

/// Pauses and resumes kinds for the whole fleet; doing so twice is doing it once.
struct PauseSwitch {
    let desk: Desk
    var json = false

    func pause(_ kind: Kind) async throws(ConsoleFailure) {
        let changed = try await desk.person.pause(kind)
        say(kind, isPaused: true, changed, fr: "en pause", en: "paused")
    }

    func resume(_ kind: Kind) async throws(ConsoleFailure) {
        let changed = try await desk.person.resume(kind)
        say(kind, isPaused: false, changed, fr: "en service", en: "working")
    }

    private func say(_ kind: Kind, isPaused: Bool, _ changed: Bool, fr french: String, en english: String) {
        if json {
            return desk.screen.show(["kind": .of(kind), "paused": .bool(isPaused), "changed": .bool(changed)])
        }
        let language = desk.screen.language
        desk.screen.line(Words("\(kind.name(language)) : \(language.of(fr: french, en: english))"))
    }
}
