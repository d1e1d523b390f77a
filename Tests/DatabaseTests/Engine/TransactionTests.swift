import Database
import TestKit
import Testing

@Suite struct TransactionTests {
    private func withAccounts(_ body: (Database) async throws -> Void) async throws {
        try await TestDatabase.with(migrated: false) { test in
            try await test.database.script(Accounts.table)
            try await body(test.database)
        }
    }

    @Test("What the body throws rolls everything back")
    func rollsBack() async throws {
        try await withAccounts { database in
            await #expect(throws: DatabaseError.misuse("mind changed")) {
                try await database.transaction { (transaction) async throws(DatabaseError) in
                    try await transaction.execute(AddToAccount(id: 1, amount: 5))
                    throw .misuse("mind changed")
                }
            }
            try await expect(100) { try await database.first(ReadAccount(id: 1)) }
        }
    }

    @Test("A violated constraint is told by its name")
    func conflicts() async throws {
        try await withAccounts { database in
            await #expect(throws: DatabaseError.conflict(constraint: "account_pkey", .uniqueViolation)) {
                try await database.execute(OpenAccount(id: 1))
            }
            await #expect(throws: DatabaseError.conflict(constraint: "never_negative", .checkViolation)) {
                try await database.execute(AddToAccount(id: 1, amount: -500))
            }
            try await expect(1) { try await database.execute(AddToAccount(id: 1, amount: 1)) }
            try await expect(0) { try await database.execute(AddToAccount(id: 9, amount: 1)) }
        }
    }

    @Test("A serialization failure runs the body again")
    func serialization() async throws {
        try await withAccounts { database in
            let attempts = Counter()
            try await database.transaction(isolation: .repeatableRead) { (transaction) async throws(DatabaseError) in
                _ = try await transaction.run(ReadAccount(id: 1))
                let attempt = attempts.next()
                if attempt == 1 { try await database.execute(AddToAccount(id: 1, amount: 10)) }
                try await transaction.execute(AddToAccount(id: 1, amount: 1))
            }
            #expect(attempts.value == 2)
            try await expect(111) { try await database.first(ReadAccount(id: 1)) }
        }
    }

    @Test("Of two transactions in a deadlock one runs again, and both are done")
    func deadlock() async throws {
        try await withAccounts { database in
            let attempts = Counter()
            let locked = Counter()
            @Sendable func move(from: Int, to: Int) async throws {
                try await database.transaction { (transaction) async throws(DatabaseError) in
                    let attempt = attempts.next()
                    try await transaction.execute(AddToAccount(id: from, amount: -10))
                    locked.next()
                    // On the first attempt each waits for the other's lock to be taken.
                    if attempt <= 2 { try? await eventually("the other never came") { locked.value >= 2 } }
                    try await transaction.execute(AddToAccount(id: to, amount: 10))
                }
            }
            try await withThrowingTaskGroup { group in
                group.addTask { try await move(from: 1, to: 2) }
                group.addTask { try await move(from: 2, to: 1) }
                try await group.waitForAll()
            }
            #expect(attempts.value == 3)
            try await expect(100) { try await database.first(ReadAccount(id: 1)) }
        }
    }

    @Test("A connection lost before COMMIT runs the body again, once done")
    func lostBefore() async throws {
        try await withAccounts { database in
            let attempts = Counter()
            try await database.transaction { (transaction) async throws(DatabaseError) in
                try await transaction.execute(AddToAccount(id: 1, amount: 1))
                if attempts.next() == 1 { _ = try await transaction.run(KillMyself()) }
            }
            #expect(attempts.value == 2)
            try await expect(101) { try await database.first(ReadAccount(id: 1)) }
        }
    }

    @Test("A connection lost during COMMIT is neither success nor failure, and is not tried again")
    func lostDuring() async throws {
        try await withAccounts { database in
            try await database.script(
                """
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER die_at_commit AFTER UPDATE ON account DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION die()
                """)
            let attempts = Counter()
            await #expect(throws: DatabaseError.commitUnknown) {
                try await database.transaction { (transaction) async throws(DatabaseError) in
                    attempts.next()
                    try await transaction.execute(AddToAccount(id: 1, amount: 1))
                }
            }
            #expect(attempts.value == 1)
        }
    }

    @Test("A failure that the body swallows is no success")
    func swallowed() async throws {
        try await withAccounts { database in
            await #expect(throws: DatabaseError.conflict(constraint: "account_pkey", .uniqueViolation)) {
                try await database.transaction { (transaction) async throws(DatabaseError) in
                    try await transaction.execute(AddToAccount(id: 2, amount: 1))
                    _ = try? await transaction.execute(OpenAccount(id: 1))
                }
            }
            try await expect(100) { try await database.first(ReadAccount(id: 2)) }
        }
    }

    @Test("A transaction is of no use after its end")
    func escaped() async throws {
        try await withAccounts { database in
            let escaped = try await database.transaction { $0 }
            await #expect(throws: DatabaseError.misuse("the transaction has ended")) {
                try await escaped.run(ReadAccount(id: 1))
            }
        }
    }
}
