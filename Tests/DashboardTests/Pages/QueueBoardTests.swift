import Domain
import HTTP
import Logging
import Messaging
import Oversight
import Runtime
import TestKit
import Testing

@testable import Dashboard

@Suite("What the broker tells")
struct QueueBoardTests {
    @Test("Every queue of the fleet with its figures, and no alarm; a broker that is away is shown as such")
    func board() async throws {
        let broker = try await TestBroker.make()
        try await TestDatabase.with { test in
            let address = try BrokerAddress(parsing: broker.url)
            let inspector = Inspector(address: address, connectionName: "tests")
            try await inspector.declare()
            let base = try #require(CredentialURL(broker.managementURL, schemes: ["http"]))
            let client = HTTPClient(userAgent: "tests", logger: Logger(label: "tests"))
            let management = BrokerManagement(transport: client, base: base, virtualHost: address.virtualHost)
            let board = await QueueBoard.read(inspector, management, test.database)
            #expect(board.figures.count == 12 && board.figures["passerelle.company.live"]?.ready == 0)
            #expect(board.alarms == [] && board.failure == nil && board.managementFailure == nil)
            await client.shutdown()

            let nobody = Inspector(address: try BrokerAddress(parsing: "amqp://u:s3cret@127.0.0.1:1/%2F"), connectionName: "tests")
            let away = await QueueBoard.read(nobody, nil, test.database)
            #expect(away.figures.isEmpty && away.failure?.sentence(.en).contains("s3cret") == false)
            try await Dash.with(board: { away }) { dash in
                let browser = try await dash.browser()
                let queues = try await browser.get("/queues")
                #expect(queues.status == 200 && queues.text.contains("AMQP_URL"))
                let overview = try await browser.get("/")
                #expect(overview.text.contains("Something is wrong") && overview.text.contains("AMQP_URL"))
            }
        }
        await broker.remove()
    }
}
