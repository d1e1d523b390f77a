package import Artis
package import Database
package import Domain
package import HubSpot

/// Why something was not done as it was asked, sorted by what the operator does next.
package enum OperatorFailure: Error {
    case database(DatabaseError)
    case schema(SchemaState)
    /// Begins with the name of the setting that leads there.
    case broker(String)
    case hubspot(HubSpotFailure)
    case artis(ArtisFailure)
    /// Somebody must have fetched the reference data first.
    case notReady(String)
    /// Asked for something that is not there.
    case notFound(String)
    /// Asked for something that is not done like this; the text says how.
    case refused(String)
    /// Not idle in time.
    case timedOut
    /// What is done a part at a time failed after so many records were queued.
    indirect case stopped(afterQueueing: Int, OperatorFailure)

    package func sentence(_ language: Language) -> String {
        switch self {
        case .database(let error): Glossary.text("DATABASE_URL: \(error)", language)
        case .schema(let state): Self.schema(state, language)
        case .broker(let why): Glossary.text(why, language)
        case .hubspot(let failure): "HubSpot: \(Glossary.text(failure.words, language))"
        case .artis(let failure): "artis.net: \(Glossary.text(failure.words, language))"
        case .notReady(let why): Glossary.text(why, language)
        case .notFound(let why), .refused(let why): why
        case .timedOut: language.of(fr: "du travail reste à faire", en: "there is work left")
        case .stopped(let count, let why):
            language.of(
                fr: "\(count) fiche(s) remise(s) en file, puis : \(why.sentence(.fr))",
                en: "\(count) record(s) queued again, then: \(why.sentence(.en))")
        }
    }

    private static func schema(_ state: SchemaState, _ language: Language) -> String {
        switch state {
        case .current: language.of(fr: "le schéma est à jour", en: "the schema is up to date")
        case .serving(let number):
            language.of(
                fr: "le schéma (migration \(number)) est plus récent que ce programme, qui continue",
                en: "the schema (migration \(number)) is newer than this program, which goes on")
        case .behind:
            language.of(
                fr: "le schéma n’est pas à jour : lancez « passerelle migrate »",
                en: "the schema is not up to date: run “passerelle migrate”")
        case .ahead(let number):
            language.of(
                fr: "le schéma (migration \(number)) est plus récent que ce programme : utilisez la nouvelle version",
                en: "the schema (migration \(number)) is newer than this program: use the newer one")
        case .changed(let number):
            language.of(
                fr: "la migration \(number) a été modifiée après son application : remettez son fichier",
                en: "migration \(number) was edited after it was applied: put its file back")
        }
    }
}

/// Runs questions to one of our systems; a failure comes out as the operator's own.
package func ask<Answer>(
    _ question: () async throws(DatabaseError) -> Answer
) async throws(OperatorFailure) -> Answer {
    do throws(DatabaseError) { return try await question() } catch { throw .database(error) }
}
