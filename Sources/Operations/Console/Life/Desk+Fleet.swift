import Artis
import Database
import Domain
import Oversight
import Pipeline
import Runtime

extension Desk {
    /// Opens the ways to HubSpot, through the fleet's limiter, and to artis.net; closes them at the end.
    func withFleet<Answer>(
        _ hubspot: HubSpotSettings, _ artis: ArtisSettings, _ body: (Fleet) async throws -> Answer
    ) async throws -> Answer {
        let fleet = try await ask { () async throws(DatabaseError) in
            try Fleet(program: "passerelle", width: 2, database: source, hubspot: hubspot, artis: artis, logger: logger)
        }
        let answer: Result<Answer, any Error>
        do { answer = .success(try await body(fleet)) } catch { answer = .failure(error) }
        await fleet.close()
        return try answer.get()
    }
}

extension Fleet {
    /// The reference data at hand; on the first day, before any program of the fleet has run, it is fetched.
    func referenceFetched(_ language: Language) async throws(ConsoleFailure) -> ReferenceData {
        if let known = try? await references.current() { return known }
        await refresher.fetchDue()
        do throws(StepFailure) { return try await references.current() } catch {
            throw .notReady(
                language.of(
                    fr: "les paramètres d’artis.net et de HubSpot n’ont pas pu être lus : « passerelle doctor » dit pourquoi",
                    en: "the settings of artis.net and HubSpot could not be read: “passerelle doctor” says why"))
        }
    }

    /// `TD_HubspotAction`, asked of artis only where one of these lines is an activity's.
    func actions(for lines: [LinkFile.Line]) async throws(ConsoleFailure) -> ActionTable {
        let asks = lines.contains { line in
            if case .order(let order) = line { order.kind.role == .activity } else { false }
        }
        guard asks else { return ActionTable([]) }
        do throws(ArtisFailure) { return try await artis.actionTable() } catch { throw .artis(error) }
    }
}
