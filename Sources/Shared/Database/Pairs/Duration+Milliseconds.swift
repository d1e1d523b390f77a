extension Duration {
    /// Whole milliseconds, rounded down: the unit in which durations travel to SQL.
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
