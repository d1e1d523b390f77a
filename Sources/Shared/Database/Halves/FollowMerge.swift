public import Domain

/// R26: a pair whose record of HubSpot's was merged away goes with the surviving record, or stops where that one has a
/// linked pair of its own; its dependants go to the survivor's pair. Nobody's lease of the pair counts any more.
public struct FollowMerge: Statement {
    public var pair: PairID
    public var lane: Lane

    public init(of pair: PairID, lane: Lane) {
        self.pair = pair
        self.lane = lane
    }

    public struct Row: Sendable {
        /// The pair that stands for the survivor; nil when there was nothing to follow.
        public var heir: PairID?
        /// A SIRET that the pair held and holds no longer (R6).
        public var releasedSIRET: String?
        public var isStopped: Bool
    }

    public static let sql = "SELECT heir_id, released, stopped FROM follow_merge($1, $2)"

    public var parameters: [Parameter] { [.int(pair.rawValue), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            heir: try row.intOrNull(0).map(PairID.init(_:)), releasedSIRET: try row.textOrNull(1),
            isStopped: try row.bool(2))
    }
}
