import HTTP

/// `{status, message, correlationId, category, errors: [{message, code, in, context}], context}`, every field optional.
extension HubSpotRefusal {
    init(_ response: HTTPResponse) {
        let json = (try? JSON.parse(response.body)) ?? .null
        self.init(json, status: response.status)
    }

    /// One of a 207's `errors`, which has no status of its own but a category.
    init(element json: JSON) {
        let category = json["category"]?.string ?? ""
        self.init(json, status: category == "OBJECT_NOT_FOUND" ? 404 : category.contains("CONFLICT") ? 409 : 400)
    }

    private init(_ json: JSON, status: Int) {
        let message = json["message"]?.string ?? "HubSpot gives no reason"
        self.init(
            status: status, category: json["category"]?.string, message: String(message.prefix(500)),
            property: Self.property(json), correlationID: json["correlationId"]?.string)
    }

    private static func property(_ json: JSON) -> String? {
        for part in (json["errors"]?.array ?? []) + [json] {
            let context = part["context"]
            for key in ["propertyName", "propertyNames", "property"] {
                if let name = context?[key]?[0]?.string ?? context?[key]?.string { return name }
            }
            if let name = part["in"]?.string, !name.isEmpty { return name }
        }
        return nil
    }
}
