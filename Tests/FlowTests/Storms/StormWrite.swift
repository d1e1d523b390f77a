import HTTP

/// One write that artis carried out for the fleet.
struct StormWrite: Sendable {
    let sequence: Int
    /// Microseconds since 1970.
    let at: Int64
    let collection: String
    let isCreation: Bool
    let id: String
    let version: Int
    let reference: String?
    /// False when it changed nothing.
    let isEffective: Bool

    /// Nil for what a person did.
    init?(_ json: JSON) {
        guard json["auteur"]?.string == "port", let sequence = json["sequence"]?.int, let at = json["instant_us"]?.int,
            let collection = json["collection"]?.string, let id = json["id"]?.string, let version = json["version"]?.int
        else { return nil }
        self.sequence = sequence
        self.at = Int64(at)
        self.collection = collection
        self.id = id
        self.version = version
        isCreation = json["operation"]?.string == "creation"
        reference = json["referenceExterne"]?.string
        isEffective = json["effective"]?.bool ?? true
    }
}
