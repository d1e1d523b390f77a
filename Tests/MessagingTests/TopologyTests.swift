import Domain
import Testing

import Messaging

@Suite struct TopologyTests {
    @Test("every worker has two queues and a dead queue, bound by its keys")
    func fleet() {
        let fleet = Topology.fleet
        #expect(fleet.exchanges == ["passerelle.changes", "passerelle.dead"])
        #expect(fleet.queues.count == 12)
        #expect(fleet.bindings.contains(.init(queue: "passerelle.deal.live", exchange: "passerelle.changes", key: "deal.live")))
        #expect(
            fleet.bindings.contains(
                .init(queue: "passerelle.activity.backfill", exchange: "passerelle.changes", key: "activity.backfill")))
        #expect(fleet.bindings.contains(.init(queue: "passerelle.contact.dead", exchange: "passerelle.dead", key: "contact.*")))
    }
}
