/// The answer to one question after the health of a program.
public struct HealthReport: Sendable, Hashable {
    public let verdicts: [String: HealthVerdict]

    public var isWell: Bool { verdicts.values.allSatisfy { $0 == .well } }

    /// `{"status":"ok","checks":{"broker":"ok"}}`, with the reason in place of `ok` where something is wrong.
    public var json: String {
        let checks = verdicts.sorted { $0.key < $1.key }.map { name, verdict in
            switch verdict {
            case .well: "\(JSONText.quoted(name)):\"ok\""
            case .unwell(let why): "\(JSONText.quoted(name)):\(JSONText.quoted(why))"
            }
        }
        return "{\"status\":\"\(isWell ? "ok" : "failing")\",\"checks\":{\(checks.joined(separator: ","))}}"
    }
}
