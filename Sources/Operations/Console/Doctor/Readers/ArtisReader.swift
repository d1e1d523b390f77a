import Artis
import Domain

/// Reads what artis.net is set to.
struct ArtisReader: Sendable {
    let artis: ArtisClient

    func read() async throws(ArtisFailure) -> ArtisFacts {
        ArtisFacts(
            trigger: try await artis.parameter(Prerequisites.trigger), delay: try await artis.parameter(Prerequisites.delay),
            roles: try await present { () async throws(ArtisFailure) in try await artis.labels(.roleCommercial) },
            civilities: try await present { () async throws(ArtisFailure) in try await artis.labels(.qualitePersonne) },
            actions: try await present { () async throws(ArtisFailure) in try await artis.actionTable() },
            people: try await artis.people())
    }

    /// A table that does not exist is a finding, no failure.
    private func present<Answer>(
        _ body: () async throws(ArtisFailure) -> Answer
    ) async throws(ArtisFailure) -> Answer? {
        do throws(ArtisFailure) { return try await body() } catch .refused(let error) where error.status == 404 { return nil }
    }
}
