/// A worker's own.
public struct WorkerSettings: SettingsGroup, Hashable {
    /// Batches under way at a time.
    public let concurrency: Int

    public init(concurrency: Int = 4) { self.concurrency = concurrency }

    public init(from reader: inout SettingsReader) {
        concurrency = reader.integer(.workerConcurrency, default: 4, in: 1...64)
    }
}
