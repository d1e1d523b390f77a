/// The labels of a metric: a small struct of enums, so that the number of time series has a bound.
///
/// ```swift
/// struct SettledLabels: MetricLabels {
///     var kind: Kind
///     var outcome: Outcome
///     var pairs: [(String, String)] { [("kind", kind.rawValue), ("outcome", outcome.rawValue)] }
/// }
/// ```
public protocol MetricLabels: Hashable, Sendable {
    /// Names and values, always in the same order. Names match `[a-zA-Z_][a-zA-Z0-9_]*`; values are any text.
    var pairs: [(String, String)] { get }
}

/// A metric that is one time series.
public struct NoLabels: MetricLabels {
    public init() {}
    public var pairs: [(String, String)] { [] }
}
