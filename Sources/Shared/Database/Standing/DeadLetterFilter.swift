public import Domain

/// Which dead letters are meant: those that meet every condition that is given; without any, all.
public struct DeadLetterFilter: Sendable, Hashable {
    public var ids: [Int64]?
    public var kind: Kind?
    /// The queue's name, or the broker's reason, in full.
    public var queue: String?
    public var reason: String?
    /// Those that died first at that moment or later, and before the other.
    public var since: Instant?
    public var before: Instant?

    public init(
        ids: [Int64]? = nil, kind: Kind? = nil, queue: String? = nil, reason: String? = nil, since: Instant? = nil,
        before: Instant? = nil
    ) {
        self.ids = ids
        self.kind = kind
        self.queue = queue
        self.reason = reason
        self.since = since
        self.before = before
    }

    static let condition = """
        ($1::bigint[] IS NULL OR id = ANY ($1)) AND ($2::text IS NULL OR kind = $2)
            AND ($3::text IS NULL OR queue = $3) AND ($4::text IS NULL OR reason = $4)
            AND ($5::timestamptz IS NULL OR first_death >= $5) AND ($6::timestamptz IS NULL OR first_death < $6)
        """

    var parameters: [Parameter] {
        [
            ids.map { .intArray($0) } ?? .null, .text(kind?.rawValue), .text(queue), .text(reason),
            since.map(Parameter.instant) ?? .null, before.map(Parameter.instant) ?? .null,
        ]
    }
}
