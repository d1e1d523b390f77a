import Domain
import HTTP

/// The fields of one event, each read with its type.
struct WebhookFields {
    let index: Int
    let members: [String: JSON]

    func text(_ name: String) throws(WebhookFault) -> String {
        guard let text = try optionalText(name) else { throw .missing(index: index, field: name) }
        return text
    }

    func optionalText(_ name: String) throws(WebhookFault) -> String? {
        guard let value = present(name) else { return nil }
        guard let text = value.string else { throw wrong(name, "text") }
        return text
    }

    /// A text, or what can be read as one; nothing depends on it so far that a fault would help.
    func anyText(_ name: String) -> String? { members[name].flatMap { $0.text ?? $0.bool.map(String.init) } }

    /// False where it is absent.
    func flag(_ name: String) -> Bool { members[name]?.bool ?? false }

    func optionalNumber(_ name: String) throws(WebhookFault) -> Int64? {
        guard let value = present(name) else { return nil }
        guard case .number(let number) = value, let whole = number.int else { throw wrong(name, "whole number") }
        return whole
    }

    func id(_ name: String) throws(WebhookFault) -> ID<HubSpotRecord> {
        guard let id = try optionalID(name) else { throw .missing(index: index, field: name) }
        return id
    }

    func optionalID(_ name: String) throws(WebhookFault) -> ID<HubSpotRecord>? {
        try present(name).map { (value) throws(WebhookFault) in try id(value, name) }
    }

    func ids(_ name: String) throws(WebhookFault) -> [ID<HubSpotRecord>] {
        guard let value = present(name) else { throw .missing(index: index, field: name) }
        guard let list = value.array else { throw wrong(name, "list of record ids") }
        return try list.map { (value) throws(WebhookFault) in try id(value, name) }
    }

    /// A record's id is a whole number above zero.
    private func id(_ value: JSON, _ name: String) throws(WebhookFault) -> ID<HubSpotRecord> {
        guard case .number(let number) = value, let whole = number.int, whole > 0 else {
            throw wrong(name, "record id")
        }
        return ID(String(whole))
    }

    private func present(_ name: String) -> JSON? {
        guard let value = members[name], !value.isNull else { return nil }
        return value
    }

    private func wrong(_ name: String, _ expected: String) -> WebhookFault {
        .wrongType(index: index, field: name, expected: expected)
    }
}
