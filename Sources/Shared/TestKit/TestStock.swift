import Database

/// Copies of the template, on the server that all tests share: one is made ahead while a test runs, and one that was used
/// is dropped while the next one does. Making and dropping them takes longer than many a test.
actor TestStock {
    static let shared = TestStock()

    private var admin: Database?
    private var template: Task<String, any Error>?
    private var next: Task<String, any Error>?
    /// Drops go one after the other.
    private var drops = Task<Void, Never> {}

    /// - Returns: the name of a database that nobody else knows.
    func take() async throws -> String {
        let made = next ?? Task { try await self.make() }
        next = nil
        // One that was made ahead and failed says nothing of the server as it is now.
        let name = if let name = try? await made.value { name } else { try await make() }
        if next == nil { next = Task { try await self.make() } }
        return name
    }

    func drop(_ name: String) {
        let before = drops
        drops = Task {
            await before.value
            try? await self.session().script("DROP DATABASE \(name) WITH (FORCE)", within: .seconds(60))
        }
    }

    private func make() async throws -> String {
        let session = try session()
        let template = try await preparing().value
        let name = TestDatabase.freshName()
        try await session.script("CREATE DATABASE \(name) TEMPLATE \(template)", within: .seconds(60))
        return name
    }

    /// One makes the template, the others wait: tests that begin at once would hold each other up.
    private func preparing() -> Task<String, any Error> {
        if let template { return template }
        let preparing = Task {
            do { return try await TestTemplate.prepare(server: try TestDatabase.serverURL()) } catch {
                template = nil
                throw error
            }
        }
        template = preparing
        return preparing
    }

    private func session() throws -> Database {
        if let admin { return admin }
        let session = try Database(url: try TestDatabase.serverURL(), connections: 2, application: "tests")
        admin = session
        return session
    }
}
