public import Domain

/// The contacts and deals that activities were linked with when last looked at, as each system gave them (R21).
public struct FindLinks: Statement {
    public var activities: [PairID]

    public init(of activities: [PairID]) { self.activities = activities }

    public static let sql = "SELECT activity_id, kind, system, external_id FROM link WHERE activity_id = ANY ($1::bigint[])"

    public var parameters: [Parameter] { [.intArray(activities.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> ActivityLink {
        ActivityLink(
            activity: PairID(try row.int(0)), kind: try row.word(1), system: try row.word(2), externalID: try row.text(3))
    }
}
