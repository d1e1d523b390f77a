import Domain
import HTTP
import Oversight

/// Erases what is held of a record's values, and says so.
struct Forgetting {
    let desk: Desk
    var json = false

    func forget(_ name: RecordName) async throws(ConsoleFailure) {
        let language = desk.screen.language
        guard try await desk.person.forget(name) else {
            throw .notFound(
                language.of(
                    fr: "\(name.label(language)) : Passerelle n’en détient rien",
                    en: "\(name.label(language)): nothing is held of it"))
        }
        if json { return desk.screen.show(["forgotten": .bool(true)]) }
        desk.screen.line(
            Words(
                language.of(
                    fr: "\(name.label(language)) : les valeurs détenues ici sont effacées.",
                    en: "\(name.label(language)): the values held here are erased.")))
    }
}
