import Foundation
import Testing

@testable import Sandbox

struct ProgramTests {
    @Test("It tells where it listens, counts calls but not those about itself, and ends with 0 on SIGTERM")
    func life() async throws {
        let program = try SandboxProgram()
        for _ in 0..<3 { try await program.send("GET", "/crm/v3/owners/?limit=5") }
        let calls = try await program.send("GET", "/sandbox/calls?system=hubspot").json["calls"]?.items ?? []
        #expect(calls.map { $0["path"] } == Array(repeating: "/crm/v3/owners/?limit=5", count: 3))
        let times = calls.compactMap { $0["arrived_at_us"]?.integer }
        #expect(times == times.sorted())
        let rate = try await program.send("GET", "/sandbox/rate").json["hubspot"]
        #expect(rate?["total"] == 3)
        #expect(rate?["largest_in_10s"] == 3)
        #expect(rate?["by_path"]?["GET /crm/v3/owners"] == 3)
        try await program.send("DELETE", "/sandbox/calls")
        #expect(try await program.send("GET", "/sandbox/rate").json["hubspot"]?["total"] == 0)
        #expect(program.stop() == 0)
    }

    @Test("Of 21 calls that come at once over the wire, where 20 are allowed, exactly one is answered 429, and the recorder says so")
    func burst() async throws {
        let program = try SandboxProgram(["--limit-ten-seconds", "20"])
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<21 { group.addTask { try await program.send("GET", "/crm/v3/owners/").status } }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 429 } == 1)
        let rate = try await program.send("GET", "/sandbox/rate").json["hubspot"]
        #expect(rate?["answered_429"] == 1)
        #expect(rate?["largest_in_10s"] == 21)
        #expect(program.stop() == 0)
    }

    @Test("Faults strike as asked: a status, a lost answer that was executed, a dropped call that was not")
    func faults() async throws {
        let program = try SandboxProgram()
        func add(_ fault: JSON) async throws {
            #expect(try await program.send("POST", "/sandbox/faults", fault).status == 201)
        }
        try await add(["kind": "status", "status": 503, "path": "/crm/v3/owners", "count": 1, "after": 1])
        var statuses: [Int] = []
        for _ in 0..<3 { statuses.append(try await program.send("GET", "/crm/v3/owners/").status) }
        #expect(statuses == [200, 503, 200])
        let company: JSON = ["properties": ["name": "Fournil"]]
        for (kind, expected) in [("drop", 0), ("lose-answer", 1)] {
            try await add(["kind": .string(kind), "method": "POST", "path": "/crm/*/companies", "count": 1])
            await #expect(throws: (any Error).self) {
                try await program.send("POST", "/crm/v3/objects/companies", company)
            }
            let records = try await program.send("GET", "/sandbox/records/hubspot/companies").json["records"]
            #expect(records?.items?.count == expected)
        }
        try await add(["kind": "malformed", "path": "/crm/v3/pipelines", "count": 1])
        #expect(try await program.send("GET", "/crm/v3/pipelines/deals").json == .null)
        #expect(try await program.send("POST", "/sandbox/faults", ["kind": "nonsense"]).status == 400)
        #expect(program.stop() == 0)
    }

    @Test("Its state outlives kill -9 when it has a folder")
    func restart() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try SandboxProgram(["--folder", folder.path])
        let made = try await first.send("POST", "/crm/v3/objects/companies", ["properties": ["name": "Fournil"]])
        let id = try #require(made.json["id"]?.text)
        #expect(first.stop(SIGKILL) != 0)
        let second = try SandboxProgram(["--folder", folder.path])
        let read = try await second.send("GET", "/crm/v3/objects/companies/\(id)")
        #expect(read.json["properties"]?["name"] == "Fournil")
        #expect(second.stop() == 0)
    }
}
