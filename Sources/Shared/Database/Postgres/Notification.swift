/// What a listener of a channel is told.
public enum Notification: Sendable, Equatable {
    /// A connection was made, the first included, or the listener was too slow to be told all: look at the tables.
    case reconnected
    /// The payload of one `NOTIFY`.
    case payload(String)
}
