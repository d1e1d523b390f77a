public import Domain

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

extension HubSpotRefusal {
    /// Whether it is said to every record of a call alike, so that halving the batch would find nobody.
    var concernsAll: Bool { status == 403 }

    /// The record that holds a value which must be unique, where HubSpot's message names it: "Contact already exists.
    /// Existing ID: 123" (R28).
    public var holder: ID<HubSpotRecord>? {
        guard status == 409, let match = message.firstMatch(of: /(?i)existing id: *(\d+)/) else { return nil }
        return ID(String(match.1))
    }
}
