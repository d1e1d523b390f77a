/// What a read wants to see of a record.
struct ReadSpec: Sendable {
    /// Empty: those that HubSpot shows by itself.
    var properties: [String] = []
    var history: [String] = []
    var associations: [ObjectType] = []

    init(properties: [String] = []) {
        self.properties = properties
    }

    init(_ query: Query) {
        properties = query.list("properties")
        history = query.list("propertiesWithHistory")
        associations = query.list("associations").compactMap(ObjectType.init(path:))
    }

    init(_ body: JSON) {
        properties = (body["properties"]?.items ?? []).compactMap(\.text)
        history = (body["propertiesWithHistory"]?.items ?? []).compactMap(\.text)
    }
}
