import Database

struct DatabaseFacts: Sendable {
    var server: ReadServer.Row
    var schema: SchemaState
    /// Of the disk that holds the database; nil where it cannot be known.
    var space: DiskSpace?
}

struct DiskSpace: Sendable, Equatable {
    var free: Int64
    var total: Int64

    /// Less than a tenth, which of a large disk is plenty, or less than a gigabyte: PostgreSQL stops when it can write no
    /// more.
    var isTight: Bool { free < min(total / 10, 20 << 30) || free < 1 << 30 }
}
