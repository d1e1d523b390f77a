/// How a part of a program is.
public enum HealthVerdict: Sendable, Hashable {
    case well
    /// Why not, in constant words: it is shown to whoever asks.
    case unwell(String)
}
