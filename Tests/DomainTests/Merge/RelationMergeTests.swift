import Domain
import Testing

@Suite("R12, R21 Moves and links are merged from both sides")
struct RelationMergeTests {
    @Test(
        "R12 who moved wins; apart, the side named; a difference that stood already stays",
        arguments: [
            // HubSpot, artis, last in HubSpot, last in artis (none before the first sync), verdict when artis wins
            ("T1", "T1", "T1", "T1", MoveMerge.agreed), ("T2", "T1", "T1", "T1", .move(.artis)),
            ("T1", "T2", "T1", "T1", .move(.hubspot)), ("T2", "T2", "T1", "T1", .agreed),
            ("T2", "T3", "T1", "T1", .conflict(.hubspot)), ("T2", "T1", "T2", "T1", .agreed),
            ("T3", "T1", "T2", "T1", .move(.artis)), ("T1", "T2", "", "", .conflict(.hubspot)),
        ])
    func moves(hubspot: String, artis: String, lastHubSpot: String, lastArtis: String, verdict: MoveMerge) {
        let last = lastHubSpot.isEmpty ? nil : (hubspot: String?.some(lastHubSpot), artis: String?.some(lastArtis))
        #expect(MoveMerge(hubspot: hubspot, artis: artis, last: last, conflictWins: .artis) == verdict)
        if verdict == .conflict(.hubspot) {
            #expect(MoveMerge(hubspot: hubspot, artis: artis, last: last, conflictWins: .hubspot) == .conflict(.artis))
        }
    }

    @Test("R17 where artis refuses to move its record, HubSpot's goes back, whatever made it move", arguments: [
        (MoveMerge.move(.artis), MoveMerge.putBack), (.conflict(.artis), .putBack), (.move(.hubspot), .move(.hubspot)),
        (.conflict(.hubspot), .conflict(.hubspot)), (.agreed, .agreed),
    ])
    func locked(merged: MoveMerge, verdict: MoveMerge) {
        #expect(merged.locked == verdict)
    }

    @Test("R21 every case of a link: now in HubSpot, now in artis, then in HubSpot, then in artis")
    func links() {
        for bits in 0..<16 {
            let (hubspot, artis) = (bits & 1 != 0, bits & 2 != 0)
            let last = (hubspot: bits & 4 != 0, artis: bits & 8 != 0)
            let wanted: LinkMerge =
                if hubspot == artis {
                    .agreed
                } else if last.hubspot && last.artis {
                    .remove(hubspot ? .hubspot : .artis)
                } else {
                    .add(hubspot ? .artis : .hubspot)
                }
            #expect(LinkMerge(hubspot: hubspot, artis: artis, last: last) == wanted, "case \(bits)")
        }
    }
}
