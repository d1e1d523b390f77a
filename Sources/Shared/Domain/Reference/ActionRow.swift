/// A row of `TD_HubspotAction`.
public struct ActionRow: Sendable, Hashable, Codable {
    public var position: Int
    public var action: ActionTriple
    /// `CALL`, `MEETING` or `EMAIL`; other texts are no type of HubSpot's.
    public var result: String

    public init(position: Int, action: ActionTriple, result: String) {
        self.position = position
        self.action = action
        self.result = result
    }

    public var kind: Kind? {
        switch result {
        case "CALL": .call
        case "MEETING": .meeting
        case "EMAIL": .email
        default: nil
        }
    }

    public var hasWildcard: Bool {
        [action.domain, action.type, action.motive].contains(ActionTable.wildcard)
    }

    public func matches(_ other: ActionTriple) -> Bool {
        let pairs = [(action.domain, other.domain), (action.type, other.type), (action.motive, other.motive)]
        return pairs.allSatisfy { $0.0 == ActionTable.wildcard || $0.0 == $0.1 }
    }
}
