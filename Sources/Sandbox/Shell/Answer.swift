/// What a server answers, and what the recorder should know of it.
struct Answer: Sendable {
    var status: Int
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    /// How many inputs a batch carried; nil for calls that are no batch.
    var inputs: Int?
    /// The policy that refused the call, of a 429.
    var policy: String?

    static func json(_ value: JSON, status: Int = 200) -> Answer {
        Answer(status: status, headers: ["content-type": "application/json;charset=utf-8"], body: value.bytes)
    }

    static func html(_ page: String, status: Int = 200) -> Answer {
        Answer(status: status, headers: ["content-type": "text/html; charset=utf-8"], body: Array(page.utf8))
    }

    static let empty = Answer(status: 204)

    static func redirect(to path: String) -> Answer {
        Answer(status: 303, headers: ["location": path])
    }

    func counting(inputs: Int) -> Answer {
        var copy = self
        copy.inputs = inputs
        return copy
    }
}
