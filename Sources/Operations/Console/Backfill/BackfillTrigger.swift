import Artis
import Domain
import HubSpot
import Oversight
import Pipeline

/// The lifecycle stage at which companies of HubSpot start to sync (R8).
struct BackfillTrigger {
    let artis: ArtisClient
    let hubspot: HubSpotClient
    /// Of the account, as the fleet last read them; nil before anybody has.
    let stages: LifecycleStages?

    /// The parameter of artis, asked for at this moment.
    ///
    /// - Throws: `.notReady` where it is missing or no stage of the account: no company starts to sync, and none would be
    ///   found.
    func stage(_ language: Language) async throws(ConsoleFailure) -> String {
        let parameter: String?
        do throws(ArtisFailure) { parameter = try await artis.parameter(Prerequisites.trigger) } catch { throw .artis(error) }
        if let parameter, !parameter.isEmpty {
            // A stage that is news to the fleet is asked for before anybody is told that there is none.
            if let stages, stages.contains(parameter) { return parameter }
            if try await read().contains(parameter) { return parameter }
        }
        let reason = Reason.triggerNotSet
        throw .notReady("\(reason.why(language)) \(reason.remedy(language))")
    }

    private func read() async throws(ConsoleFailure) -> LifecycleStages {
        let call = HubSpotCall(purpose: .reference, lane: .live)
        do throws(HubSpotFailure) { return LifecycleStages(of: try await hubspot.properties(of: .company, for: call)) } catch {
            throw .hubspot(error)
        }
    }
}
