/// The decision table `TD_HubspotAction`: which actions commerciales are which activities of HubSpot (R20).
public struct ActionTable: Sendable, Hashable, Codable {
    /// Matches anything in a row.
    public static let wildcard = "*"

    /// In the order of their positions.
    public let rows: [ActionRow]

    public init(_ rows: [ActionRow]) { self.rows = rows.sorted { $0.position < $1.position } }

    /// The activity that an action is: the first row that matches wins, also when its result is no type of HubSpot's.
    /// - Returns: nil when no row gives one: `ACTION_UNMAPPED`.
    public func kind(of action: ActionTriple) -> Kind? { rows.first { $0.matches(action) }?.kind }

    /// The action to create for an activity: that of the first row of its type without wildcards.
    public func action(for kind: Kind) -> ActionTriple? {
        rows.first { $0.kind == kind && !$0.hasWildcard }?.action
    }
}
