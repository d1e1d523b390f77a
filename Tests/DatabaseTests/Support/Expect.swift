import Testing

/// `#expect(try await body() == expected)`, in closures too, whose `throws` the compiler does not see through a macro.
func expect<Value: Equatable>(
    _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Value
) async throws {
    let found = try await body()
    #expect(found == expected, sourceLocation: sourceLocation)
}
