public import Domain

/// A record that is to be made.
public struct HubSpotCreation: Sendable, Hashable {
    public struct Association: Sendable, Hashable {
        public var to: ID<HubSpotRecord>
        public var kind: Kind
        /// See `HubSpotAssociation.typeID(from:to:primary:)`.
        public var typeID: Int

        public init(to: ID<HubSpotRecord>, kind: Kind, typeID: Int) {
            self.to = to
            self.kind = kind
            self.typeID = typeID
        }
    }

    /// The caller's own name of this creation, unique among those of a call: outcomes are told by it.
    public var trace: String
    public var properties: [String: String]
    /// Made in the same breath: no record of ours stands without its company, not even for a moment.
    public var associations: [Association]

    public init(trace: String, properties: [String: String], associations: [Association] = []) {
        self.trace = trace
        self.properties = properties
        self.associations = associations
    }
}
