extension TraceContext {
    /// The trace of the work under way: what requests carry as `traceparent`, and log lines name.
    @TaskLocal public static var current: TraceContext?

    /// A new trace, for work that nobody traces yet.
    public static func fresh() -> TraceContext {
        var randomness = SystemRandomNumberGenerator()
        return TraceContext(using: &randomness)
    }

    /// The next step of the trace that a caller names; a new one where it names none, or something that is none: what a
    /// stranger sends goes no further unread.
    public static func received(_ traceparent: String?) -> TraceContext {
        traceparent.flatMap { TraceContext(traceparent: $0) }?.step() ?? fresh()
    }

    /// The next step of the same trace.
    public func step() -> TraceContext {
        var randomness = SystemRandomNumberGenerator()
        return child(using: &randomness)
    }
}
