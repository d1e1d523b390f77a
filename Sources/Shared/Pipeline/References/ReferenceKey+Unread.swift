package import Database

extension ReferenceKey {
    /// Those that were never fetched: without them no worker works.
    package static func unread(_ database: Database) async throws(DatabaseError) -> [ReferenceKey] {
        let read = Set(try await database.run(ReadReferences()).filter { $0.value != nil }.map(\.key))
        return allCases.filter { !read.contains($0.rawValue) }
    }
}
