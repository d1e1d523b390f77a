import Database
import Domain
import TestKit
import Testing

@Suite struct ValueTests {
    @Test("Every byte goes in and comes out as it is, NUL included")
    func bytes() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let all = (0...255).map { UInt8($0) } + [0, 0, 92, 120, 39]
            try await expect(all) { try await test.database.first(EchoBytes(value: all)) }
            try await expect([]) { try await test.database.first(EchoBytes(value: [])) }
        }
    }

    @Test(
        "Text goes in and comes out as it is",
        arguments: ["", "NULL", "Éric « l’été » 🏭", "'; DROP TABLE pair; --", "a\\b\"c\n\t{},", "\u{202F}\u{200B}"])
    func text(value: String) async throws {
        try await TestDatabase.with(migrated: false) { test in
            try await expect(value) { try await test.database.first(EchoText(value: value)) }
            let values = [value, nil, "", "null", value + value]
            try await expect(values) { try await test.database.first(EchoTexts(values: values)) }
        }
    }

    @Test("NULL, numbers and moments keep their value to the microsecond")
    func others() async throws {
        try await TestDatabase.with(migrated: false) { test in
            try await expect(.some(nil)) { try await test.database.first(EchoText(value: nil)) }
            let numbers: [Int64?] = [.min, nil, -1, 0, .max]
            try await expect(numbers) { try await test.database.first(EchoInts(values: numbers)) }
            try await expect([]) { try await test.database.first(EchoInts(values: [])) }
            for micros: Int64 in [0, 1, -1, 1_763_999_999_999_999, -62_135_596_800_000_000, 253_402_300_799_999_999] {
                let moment = Instant(microseconds: micros)
                try await expect(moment) { try await test.database.first(EchoInstant(value: moment)) }
            }
        }
    }

    @Test("A NUL in text is refused with the parameter's name, alone and in an array")
    func nul() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let misuse = DatabaseError.misuse(
                "$1 holds a NUL character, which PostgreSQL's text cannot; remove it or use bytes")
            await #expect(throws: misuse) { try await test.database.run(EchoText(value: "a\0b")) }
            await #expect(throws: misuse) { try await test.database.run(EchoTexts(values: ["a", "\0"])) }
            try await expect("after") { try await test.database.first(EchoText(value: "after")) }
        }
    }

    @Test("A column of another type is named, and its value is not told")
    func mismatch() async throws {
        try await TestDatabase.with(migrated: false) { test in
            await #expect(throws: DatabaseError.misuse("column 0 (siret) is not a whole number")) {
                try await test.database.run(ReadTextAsNumber())
            }
        }
    }

    @Test("A wrong number of parameters and a bad value are refused at once, not waited for")
    func refused() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let error = await failure { try await test.database.run(OneParameterTooFew()) }
            guard case .refused(.protocolViolation, _)? = error else { return #expect(error == .misuse("")) }
            await #expect(
                throws: DatabaseError.refused(SQLState("22P02"), message: "invalid input syntax for type integer")
            ) {
                try await test.database.run(CastToNumber(value: "Jeanne"))
            }
        }
    }
}
