/// One call in the recorder's memory.
struct CallRecord: Sendable {
    let sequence: Int
    let system: VendorName
    let method: String
    /// With its query.
    let path: String
    /// 0 when the connection was closed without an answer.
    let status: Int
    /// Microseconds since 1970.
    let arrivedAt: Int
    let inputs: Int?
    /// The call's `X-Origine` header.
    let origin: String?
    /// The call's `traceparent` header.
    let trace: String?
    /// Of a 429.
    let policy: String?
    /// The kind of fault that spoiled it.
    let fault: String?

    var isSearch: Bool { system == .hubspot && (path.split(separator: "?").first ?? "").hasSuffix("/search") }

    /// The path with its ids taken out: `POST /crm/v3/objects/companies/batch/read`.
    var pathClass: String {
        let bare = path.split(separator: "?").first ?? ""
        let parts = bare.split(separator: "/").map { part in
            part.contains { $0.isNumber } && !part.hasPrefix("v") ? "{id}" : String(part)
        }
        return "\(method) /\(parts.joined(separator: "/"))"
    }

    var json: JSON {
        [
            "seq": .integer(sequence), "system": .string(system.rawValue), "method": .string(method),
            "path": .string(path), "status": .integer(status), "arrived_at_us": .integer(arrivedAt),
            "inputs": inputs.map(JSON.integer) ?? .null, "x_origine": .optional(origin),
            "traceparent": .optional(trace), "policy": .optional(policy),
            "fault": .optional(fault),
        ]
    }
}
