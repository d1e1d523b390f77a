import Domain
import Logging

/// One line of the log, before it is written.
struct LogLine {
    var time: Instant
    var level: Logger.Level
    var message: String
    var program: String
    var metadata: Logger.Metadata

    /// Keys in a fixed order, so that lines can be compared.
    var sorted: [(key: String, value: Logger.MetadataValue)] {
        metadata.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
    }
}
