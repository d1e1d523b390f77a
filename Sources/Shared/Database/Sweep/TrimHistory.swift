import Runtime

/// Bounds the journal by age.
public struct TrimHistory: Statement {
    public var keep: Duration

    public init(keep: Duration) { self.keep = keep }

    public static let sql = "DELETE FROM journal WHERE at < now() - make_interval(secs => $1 / 1000.0)"

    public var parameters: [Parameter] { [.int(keep.milliseconds)] }
}
