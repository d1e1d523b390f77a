import Database

/// What a call that should fail failed with; nil when it did not.
func failure<R>(of body: () async throws -> R) async -> DatabaseError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? DatabaseError
    }
}
