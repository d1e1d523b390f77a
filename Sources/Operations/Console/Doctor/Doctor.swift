import Artis
import Database
import Domain
import HubSpot
import Messaging
import Oversight

/// Looks at every connection and prerequisite. What is away is said once, and the others are looked at all the same.
struct Doctor: Sendable {
    let settings: SettingsFacts
    let database: DatabaseReader
    let broker: BrokerReader
    let artis: ArtisReader
    let hubspot: HubSpotReader

    func examine(_ language: Language) async -> CheckUp {
        CheckUp(checks: Verdicts(language: language).check(await facts()))
    }

    func facts() async -> Facts { await facts(broker: await readBroker()) }

    /// - Parameter broker: as it was read.
    func facts(broker: Found<BrokerFacts>) async -> Facts {
        async let artis = readArtis()
        let database = await readDatabase()
        return Facts(
            settings: settings, database: database, broker: broker, artis: await artis,
            hubspot: await readHubSpot(database))
    }

    private func readDatabase() async -> Found<DatabaseFacts> {
        do throws(DatabaseError) { return .here(try await database.read()) } catch { return .away("\(error)") }
    }

    func readBroker() async -> Found<BrokerFacts> {
        do throws(BrokerError) { return .here(try await broker.read()) } catch { return .away("\(error)") }
    }

    private func readArtis() async -> Found<ArtisFacts> {
        do throws(ArtisFailure) { return .here(try await artis.read()) } catch { return .away(error.words, Cause(error)) }
    }

    /// Nobody calls HubSpot without the limiter, which is a table of the schema; that of a newer program that serves this
    /// one has it too.
    private func readHubSpot(_ database: Found<DatabaseFacts>) async -> Found<HubSpotFacts> {
        guard let schema = database.value?.schema, schema.isUsable else { return .notAsked }
        do throws(HubSpotFailure) { return .here(try await hubspot.read()) } catch { return .away(error.words, Cause(error)) }
    }
}

extension Doctor {
    init(
        _ settings: SettingsFacts, desk: Desk, broker: BrokerReader, hubspot: HubSpotClient, artis: ArtisClient
    ) {
        self.init(
            settings: settings, database: DatabaseReader(database: desk.database), broker: broker,
            artis: ArtisReader(artis: artis), hubspot: HubSpotReader(hubspot: hubspot, database: desk.database))
    }
}
