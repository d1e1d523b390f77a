import Database
import Pipeline
import Runtime

extension Desk {
    /// Opens the ways to HubSpot, through the fleet's limiter, and to artis.net; closes them at the end. Ends the process
    /// with 78 when their settings are missing or wrong.
    ///
    /// - Parameter body: gets `HUBSPOT_PIPELINE` too.
    func withFleet<Answer>(_ body: (Fleet, String?) async throws -> Answer) async throws -> Answer {
        let (database, hubspot, artis) = Settings.readOrExit(
            DatabaseSettings.self, HubSpotSettings.self, ArtisSettings.self)
        let fleet = try await ask { () async throws(DatabaseError) in
            try Fleet(
                program: "passerelle", width: 2, database: database, hubspot: hubspot, artis: artis, logger: logger)
        }
        let answer: Result<Answer, any Error>
        do { answer = .success(try await body(fleet, hubspot.pipeline)) } catch { answer = .failure(error) }
        await fleet.close()
        return try answer.get()
    }
}
