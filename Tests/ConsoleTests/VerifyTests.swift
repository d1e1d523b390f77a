import Domain
import HTTP
import Pipeline
import Testing

@testable import Console

@Suite("verify")
struct VerifyTests {
    private func difference(_ causes: [Difference.Cause]) -> Difference {
        Difference(pair: PairID(1), kind: .deal, hubspotID: ID("4102"), artisID: ID("AF1"), causes: causes)
    }

    @Test("A difference says what would be written where, or where the record would stand, in both languages")
    func sentences() {
        let fields = difference([.fields(artis: ["montant"], hubspot: ["closedate"]), .moved])
        #expect(fields.row(.fr).last?.text == "à écrire dans artis.net : montant · à écrire dans HubSpot : closedate · dépend maintenant d’une autre entreprise")
        let gone = difference([.standing(.stopped, .deletedInArtis)])
        #expect(gone.row(.en).last?.text == "would be stopped: \(Reason.deletedInArtis.why(.en))")
    }

    @Test("--json has every key, whatever differs")
    func json() {
        let keys: Set = [
            "kind", "hubspot_id", "artis_id", "artis_fields", "hubspot_fields", "state", "reason", "moved", "undecided",
            "queued", "error",
        ]
        for causes in [[Difference.Cause.moved], [.undecided], [.standing(.synced, nil)], [.fields(artis: ["a"], hubspot: [])]] {
            #expect(Set(difference(causes).json(queued: true).object?.keys.map { $0 } ?? []) == keys)
        }
        let json = difference([.standing(.stopped, .deletedInArtis)]).json(queued: false)
        #expect(json["state"] == "stopped" && json["reason"] == "DELETED_IN_ARTIS" && json["queued"] == false)
    }

    @Test(
        "Exit code 1: something differs, or with --repair was not queued, or could not be read",
        arguments: [
            (Verification.Tally(compared: 5), false, true), (Verification.Tally(compared: 5, differing: 1), false, false),
            (Verification.Tally(compared: 5, differing: 2, queued: 2), true, true),
            (Verification.Tally(compared: 5, differing: 2, queued: 1), true, false),
            (Verification.Tally(compared: 5, unread: 1), true, false),
        ])
    func outcome(tally: Verification.Tally, repairs: Bool, isFine: Bool) {
        #expect(tally.isFine(repairs: repairs) == isFine)
    }
}
