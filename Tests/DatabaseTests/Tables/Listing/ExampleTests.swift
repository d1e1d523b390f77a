import Database
import Domain
import TestKit
import Testing

@Suite struct ExampleTests {
    @Test("The first of each group are shown, with or without a reason; what is queued anew stands in none")
    func groups() async throws {
        try await TestDatabase.with { test in
            var planted: [PairID] = []
            for index in 0..<8 {
                planted.append(
                    try await test.plant {
                        ($0.state, $0.applied) = (index == 7 ? .failed : .blocked, index == 0 ? 0 : 1)
                        $0.reason = index < 5 ? .nameMissing : nil
                    })
            }
            let groups: [(state: State, reason: Reason?)] = [(.blocked, .nameMissing), (.blocked, nil), (.failed, nil), (.failed, .error)]
            let found = try await test.database.run(ListExamples(of: groups, limit: 3))
            #expect(found.map(\.id) == [1, 2, 3, 5, 6, 7].map { planted[$0] })
            let counts = try await test.database.run(CountReasons([.blocked, .failed]))
            #expect(counts.map(\.count) == [4, 2, 1] && counts.map(\.reason) == [.nameMissing, nil, nil])
        }
    }
}
