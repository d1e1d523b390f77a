import Database
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
