import Artis
import Domain
import HTTP
import Oversight
import Runtime
import Testing

@testable import Console

/// R8: what backfill searches companies by, and when it had better search nothing.
@Suite("backfill, the trigger")
struct BackfillTriggerTests {
    /// The stage that is found; nil when the command is refused.
    private func stage(
        _ parameter: String?, known: LifecycleStages?, inHubSpot: [String] = []
    ) async throws -> (stage: String?, asked: Int) {
        let books = Account { (request, _) throws(HTTPFailure) in
            #expect(request.url.hasSuffix("/parametres/HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"))
            return parameter.map { ["valeur": .string($0)] } ?? [:]
        }
        let account = Account { (request, _) throws(HTTPFailure) in
            let options = inHubSpot.map { value -> JSON in ["value": .string(value), "label": "Étape"] }
            return [
                "results": [
                    [
                        "name": "lifecyclestage", "label": "", "type": "enumeration", "fieldType": "radio",
                        "groupName": "companyinformation", "options": .array(options),
                    ]
                ]
            ]
        }
        let trigger = BackfillTrigger(
            artis: ArtisClient(transport: books, baseURL: "http://artis", key: Secret("k")), hubspot: account.client,
            stages: known)
        do {
            return (try await trigger.stage(.en), account.requests.count)
        } catch ConsoleFailure.notReady(let why) {
            #expect(why == "\(Reason.triggerNotSet.why(.en)) \(Reason.triggerNotSet.remedy(.en))")
            return (nil, account.requests.count)
        }
    }

    @Test("R8 a parameter that is missing, empty or no stage of the account ends the command")
    func refused() async throws {
        for parameter in [nil, ""] { #expect(try await stage(parameter, known: .standard) == (nil, 0)) }
        for known in [nil, LifecycleStages.standard] {
            let stages = ["lead", "opportunity"]
            #expect(try await stage("Opportunité", known: known, inHubSpot: stages) == (nil, 1))
            #expect(try await stage("customer ", known: known, inHubSpot: stages) == (nil, 1))
        }
    }

    @Test("R8 a stage that the fleet knows costs no call; one that is news, a custom one too, costs one")
    func found() async throws {
        #expect(try await stage("opportunity", known: .standard) == ("opportunity", 0))
        #expect(try await stage("1234567", known: .standard, inHubSpot: ["lead", "1234567"]) == ("1234567", 1))
        #expect(try await stage("opportunity", known: nil) == ("opportunity", 1))
    }
}
