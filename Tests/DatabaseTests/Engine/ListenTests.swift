import Database
import TestKit
import Testing

@Suite struct ListenTests {
    @Test("A listener is told what others notify, and to look again after a loss")
    func acrossReconnect() async throws {
        try await TestDatabase.with(migrated: false) { test in
            var heard = test.database.listen(to: "odd \"channel").makeAsyncIterator()
            #expect(await heard.next() == .reconnected)
            try await test.database.script("NOTIFY \"odd \"\"channel\", 'été'")
            #expect(await heard.next() == .payload("été"))
            _ = try await test.database.run(KillListeners())
            #expect(await heard.next() == .reconnected)
            try await test.database.script("NOTIFY \"odd \"\"channel\", 'two'")
            #expect(await heard.next() == .payload("two"))
            test.database.close()
            #expect(await heard.next() == nil)
        }
    }
}
