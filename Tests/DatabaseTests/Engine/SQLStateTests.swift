import Testing

@testable import Database

@Suite struct SQLStateTests {
    @Test(
        "What PostgreSQL says is sorted by what the caller does next",
        arguments: [
            ("40001", DatabaseError.retryable(.serializationFailure)),
            ("40P01", .retryable(.deadlockDetected)),
            ("55P03", .retryable(.lockNotAvailable)),
            ("57014", .deadline),
            ("23505", .conflict(constraint: "one", .uniqueViolation)),
            ("23503", .conflict(constraint: "one", .foreignKeyViolation)),
            ("23514", .conflict(constraint: "one", .checkViolation)),
            ("23P01", .conflict(constraint: "one", .exclusionViolation)),
            ("23502", .refused(SQLState("23502"), message: "said")),
            ("08006", .unavailable("said")),
            ("08P01", .refused(.protocolViolation, message: "said")),
            ("53300", .unavailable("said")),
            ("57P01", .unavailable("said")),
            ("57P03", .unavailable("said")),
            ("58030", .unavailable("said")),
            ("28P01", .wrongCredentials),
            ("42P01", .refused(SQLState("42P01"), message: "said")),
        ])
    func sorted(code: String, expected: DatabaseError) {
        #expect(DatabaseError(SQLState(code), message: "said", constraint: "one") == expected)
    }

    @Test("A value that PostgreSQL quotes in its message is left out")
    func valueIsLeftOut() {
        let error = DatabaseError(
            SQLState("22P02"), message: "invalid input syntax for type integer: \"Jeanne\"", constraint: nil)
        #expect(error == .refused(SQLState("22P02"), message: "invalid input syntax for type integer"))
    }

    @Test("The SQLSTATE of a failed connection is found in libpq's words, in any language")
    func connectFailure() {
        let french = "connexion au serveur sur « h » a échoué : FATAL:  28P01: authentification par mot de passe échouée"
        #expect(ConnectFailure.state(in: french) == SQLState("28P01"))
        #expect(ConnectFailure.state(in: "connection to server failed: Connection refused") == nil)
    }

    @Test("Only what did not reach COMMIT is tried again, and not for ever")
    func retried() {
        #expect(TransactionRetry.again(after: .retryable(.deadlockDetected), attempt: 1))
        #expect(TransactionRetry.again(after: .unavailable("lost"), attempt: 1))
        #expect(!TransactionRetry.again(after: .retryable(.deadlockDetected), attempt: TransactionRetry.attempts))
        for error in [DatabaseError.commitUnknown, .deadline, .cancelled, .misuse(""), .wrongCredentials] {
            #expect(!TransactionRetry.again(after: error, attempt: 1))
        }
    }
}
