import Database

/// Runs questions to one of our systems; a failure comes out as the command's own.
func ask<Answer>(
    _ question: () async throws(DatabaseError) -> Answer
) async throws(ConsoleFailure) -> Answer {
    do throws(DatabaseError) { return try await question() } catch { throw .database(error) }
}
