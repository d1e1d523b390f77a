/// Whether a deal's pipeline is the one used with artis (R16).
public enum PipelineVerdict: Sendable, Hashable {
    case used
    case other
    /// Nobody can tell which pipeline is meant; the detail names those that could be.
    case unknown(detail: String)
}
