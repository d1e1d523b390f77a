public import Domain
public import Observability

/// Which trace each pair of a batch is looked at for. A batch shares its calls, so what is caused by the batch as a whole
/// bears one trace, that of its first message.
public struct Traces: Sendable {
    /// Of the batch, and of what no message of its own asked for.
    public var batch: TraceContext?
    public var own: [PairID: TraceContext]

    public init(batch: TraceContext? = TraceContext.current, own: [PairID: TraceContext] = [:]) {
        self.batch = batch
        self.own = own
    }

    public subscript(pair: PairID) -> TraceContext? { own[pair] ?? batch }

    /// What the journal and log lines name.
    public func id(of pair: PairID) -> String? { self[pair]?.trace }

    /// What hints carry on.
    func parents(of pairs: [PairID]) -> Parameter { .textArray(pairs.map { self[$0]?.traceparent }) }

    var parent: Parameter { .text(batch?.traceparent) }
}
