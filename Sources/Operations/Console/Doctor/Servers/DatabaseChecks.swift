import Database
import Domain
import Oversight

/// What the fleet needs of PostgreSQL, judged.
struct DatabaseChecks {
    let language: Language

    func check(_ database: DatabaseFacts) -> [Check] {
        [version(database.server), schema(database.schema), space(database)]
    }

    private func version(_ server: ReadServer.Row) -> Check {
        if server.number >= 130_000 { return .ok(.databaseVersion, "PostgreSQL", server.version) }
        return .fault(
            .databaseVersion, "PostgreSQL \(server.version)",
            language.of(fr: "trop ancien : 13 au moins", en: "too old: 13 at least"),
            remedy: language.of(fr: "mettez PostgreSQL à jour", en: "update PostgreSQL"))
    }

    private func schema(_ state: SchemaState) -> Check {
        let subject = language.of(fr: "schéma", en: "schema")
        if state == .current { return .ok(.schema, subject, language.of(fr: "à jour", en: "up to date")) }
        let words = ConsoleFailure.schema(state).sentence(language)
        if state.isUsable {
            return .warning(
                .schema, subject, words,
                remedy: language.of(fr: "terminez la mise à jour des programmes", en: "finish the upgrade of the programs"))
        }
        return .fault(.schema, subject, words, remedy: "passerelle migrate")
    }

    private func space(_ database: DatabaseFacts) -> Check {
        let subject = language.of(fr: "espace", en: "space")
        let size = language.of(fr: "base \(megabytes(database.server.size))", en: "database \(megabytes(database.server.size))")
        guard let space = database.space else {
            return .ok(
                .space, subject,
                language.of(
                    fr: "\(size), espace libre : inconnu d’ici (df sur le serveur)",
                    en: "\(size), free space: not known from here (df on the server)"))
        }
        let text = language.of(fr: "\(size), libre \(megabytes(space.free))", en: "\(size), free \(megabytes(space.free))")
        guard space.isTight else { return .ok(.space, subject, text) }
        return .warning(
            .space, subject, text,
            remedy: language.of(
                fr: "agrandissez le disque de PostgreSQL avant qu’il ne soit plein", en: "enlarge PostgreSQL’s disk before it is full"))
    }

    private func megabytes(_ bytes: Int64) -> String {
        "\(bytes >> 20) " + language.of(fr: "Mo", en: "MB")
    }
}
