/// A refusal in HubSpot's shape.
struct HubSpotFault: Error {
    let status: Int
    let message: String
    var category = "VALIDATION_ERROR"
    /// Of each detail: message, code, context.
    var details: [JSON] = []
    var context: JSON?
    /// Of a 429.
    var policy: String?

    static func invalid(_ message: String) -> HubSpotFault {
        HubSpotFault(status: 400, message: message)
    }

    static func notFound(_ message: String = "resource not found") -> HubSpotFault {
        HubSpotFault(status: 404, message: message, category: "OBJECT_NOT_FOUND")
    }

    static func conflict(_ message: String) -> HubSpotFault {
        HubSpotFault(status: 409, message: message, category: "CONFLICT")
    }

    /// One or more properties that cannot be written.
    static func properties(_ faults: [PropertyFault]) -> HubSpotFault {
        let listed = faults.map { "\($0.name): \($0.message)" }.joined(separator: "; ")
        return HubSpotFault(
            status: 400, message: "Property values were not valid: \(listed)",
            details: faults.map { fault in
                [
                    "message": .string(fault.message), "code": .string(fault.code),
                    "context": ["propertyName": [.string(fault.name)]],
                ]
            })
    }

    /// An element of a batch's `errors`.
    func element(context: JSON) -> JSON {
        [
            "status": "error", "category": .string(category), "message": .string(message), "errors": .array(details),
            "context": context,
        ]
    }

    func answer(correlation: String) -> Answer {
        var members: [String: JSON] = [
            "status": "error", "message": .string(message), "correlationId": .string(correlation),
        ]
        if let policy {
            members["errorType"] = "RATE_LIMIT"
            members["policyName"] = .string(policy)
        } else {
            members["category"] = .string(category)
        }
        if !details.isEmpty { members["errors"] = .array(details) }
        if let context { members["context"] = context }
        var answer = Answer.json(.object(members), status: status)
        answer.policy = policy
        return answer
    }
}

/// Why one property of a write is refused.
struct PropertyFault: Error, Equatable {
    let name: String
    let code: String
    let message: String
}
