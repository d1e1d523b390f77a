import Database
import Foundation
import TestKit
import Testing

@Suite struct SchemaTests {
    private let house = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    @Test("The list of migrations and their folder agree")
    func folder() throws {
        let folder = house.appending(path: "Sources/Shared/Database/Migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
        let listed = Migration.all.map { migration in
            let digits = String(migration.number)
            return "M" + String(repeating: "0", count: 4 - digits.count) + digits + "_\(migration.name).sql"
        }
        #expect(files.sorted() == listed)
        for (name, migration) in zip(listed, Migration.all) {
            let file = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(file == migration.sql, "\(name) is not what is embedded")
        }
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    }

    @Test("Every statement of the room stands in the list")
    func listed() throws {
        let room = house.appending(path: "Sources/Shared/Database")
        let declared = try FileManager.default.subpathsOfDirectory(atPath: room.path).filter { $0.hasSuffix(".swift") }
            .flatMap { path in
                try String(contentsOf: room.appending(path: path), encoding: .utf8)
                    .matches(of: /(?m)^(?:public |package )?struct (\w+): Statement\b/).map { String($0.output.1) }
            }
        #expect(declared.sorted() == Statements.all.map { "\($0)" }.sorted())
    }

    @Test("Every statement is accepted by PostgreSQL against the migrated schema")
    func prepared() async throws {
        try await TestDatabase.with { test in
            for statement in Statements.all {
                if let error = await failure(of: { try await test.database.prepare(statement) }) {
                    Issue.record("\(statement): \(error)")
                }
            }
        }
    }
}
