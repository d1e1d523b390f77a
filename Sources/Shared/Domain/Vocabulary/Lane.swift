/// Which line a piece of work stands in: what people do now goes before what is caught up (R23).
public enum Lane: String, Sendable, Hashable, CaseIterable, Codable {
    case live, backfill
}
