/// One prerequisite or connection, looked at.
struct Check: Sendable, Equatable {
    enum Verdict: String, Sendable, CaseIterable {
        case ok, warning
        /// Must be mended: the sync, or a part of it, does not work.
        case fault

        var mark: String {
            switch self {
            case .ok: "✓"
            case .warning: "!"
            case .fault: "✗"
            }
        }

        var tint: Tint {
            switch self {
            case .ok: .good
            case .warning: .uneasy
            case .fault: .bad
            }
        }
    }

    /// Stable, for programs: `hubspot.company.SIRET`.
    var name: String
    var verdict: Verdict
    /// What was found.
    var found: String
    /// What to do about it, exactly.
    var remedy: String?

    static func ok(_ name: String, _ found: String) -> Check { Check(name: name, verdict: .ok, found: found) }

    static func warning(_ name: String, _ found: String, remedy: String) -> Check {
        Check(name: name, verdict: .warning, found: found, remedy: remedy)
    }

    static func fault(_ name: String, _ found: String, remedy: String) -> Check {
        Check(name: name, verdict: .fault, found: found, remedy: remedy)
    }
}
