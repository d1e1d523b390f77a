public import Domain
import HTTP

/// One event of a webhook. Events come unordered, twice, and late: `eventId` is not unique.
public struct WebhookEvent: Sendable, Hashable {
    public var kind: WebhookChange
    public var occurredAt: Instant?
    /// From 0.
    public var attempt: Int?
    /// Who did it, such as `CRM_UI` or `INTEGRATION`.
    public var source: String?

    public init(_ kind: WebhookChange, occurredAt: Instant? = nil, attempt: Int? = nil, source: String? = nil) {
        self.kind = kind
        self.occurredAt = occurredAt
        self.attempt = attempt
        self.source = source
    }

    /// Of one call.
    public static let most = 100

    /// Reads the body of one call.
    public static func decode(_ body: [UInt8]) throws(WebhookFault) -> [WebhookEvent] {
        let json: JSON
        do throws(JSONError) { json = try JSON.parse(body) } catch { throw .notJSON("\(error)") }
        guard let elements = json.array else { throw .notAnArray }
        guard elements.count <= most else { throw .tooMany(elements.count) }
        var events: [WebhookEvent] = []
        for (index, element) in elements.enumerated() {
            guard let members = element.object else { throw .notAnEvent(index: index) }
            events.append(try WebhookEvent(WebhookFields(index: index, members: members)))
        }
        return events
    }

    private init(_ fields: WebhookFields) throws(WebhookFault) {
        self.init(
            try WebhookChange(fields),
            occurredAt: try fields.optionalNumber("occurredAt").map(Instant.init(milliseconds:)),
            attempt: try fields.optionalNumber("attemptNumber").flatMap(Int.init(exactly:)),
            source: fields.anyText("changeSource"))
    }

    /// A program did it by HubSpot's API, and it may have been us.
    public var isByIntegration: Bool { source == "INTEGRATION" || source == "API" }
}
