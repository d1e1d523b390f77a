package import Domain
package import Pipeline

extension Fleet {
    /// The reference data at hand; the long-running programs fetch it.
    package func reference(_ language: Language) async throws(OperatorFailure) -> ReferenceData {
        do throws(StepFailure) { return try await references.current() } catch {
            throw .notReady(
                language.of(
                    fr: "les paramètres d’artis.net et de HubSpot n’ont pas encore été lus : lancez ingest ou un worker",
                    en: "the settings of artis.net and HubSpot were not read yet: start ingest or a worker"))
        }
    }
}
