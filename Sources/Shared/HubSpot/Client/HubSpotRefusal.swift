/// What HubSpot says against a call, or against one record of a batch. Holds no value of a record but what HubSpot's own
/// message repeats.
public struct HubSpotRefusal: Error, Sendable, Equatable {
    /// Of one record of a batch: as its category tells.
    public var status: Int
    /// Such as `VALIDATION_ERROR`, `OBJECT_NOT_FOUND`, `CONFLICT`.
    public var category: String?
    /// At most 500 characters.
    public var message: String
    /// The property that is refused, if HubSpot names one.
    public var property: String?
    /// For HubSpot's support.
    public var correlationID: String?

    public init(
        status: Int, category: String? = nil, message: String, property: String? = nil, correlationID: String? = nil
    ) {
        self.status = status
        self.category = category
        self.message = message
        self.property = property
        self.correlationID = correlationID
    }
}
