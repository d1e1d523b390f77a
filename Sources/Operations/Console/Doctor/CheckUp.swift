import Domain
import HTTP
import Oversight

/// All that a doctor found.
struct CheckUp: Sendable, Equatable {
    var checks: [Check]

    /// Nothing must be mended; warnings may stand.
    var isFine: Bool { !checks.contains { $0.verdict == .fault } }

    /// What `doctor --json` prints, on one line:
    ///
    ///     {"ok": bool, "checks": [{"name", "verdict": "ok" | "warning" | "fault", "found", "remedy": text | null}]}
    var json: JSON {
        [
            "ok": .bool(isFine),
            "checks": .array(
                checks.map { check in
                    [
                        "name": .string(check.name), "verdict": .of(check.verdict), "found": .string(check.found),
                        "remedy": .of(check.remedy),
                    ]
                }),
        ]
    }

    func page(_ language: Language) -> Page {
        var page = Page()
        let width = checks.map(\.name.count).max() ?? 0
        for check in checks {
            let name = check.name + String(repeating: " ", count: width - check.name.count)
            page.line(Words("\(check.verdict.mark) \(name)  \(check.found)", check.verdict.tint))
            if let remedy = check.remedy { page.line(Words("\(String(repeating: " ", count: width + 4))→ \(remedy)")) }
        }
        let faults = checks.count { $0.verdict == .fault }
        page.heading(
            faults == 0
                ? language.of(fr: "Tout est prêt.", en: "Everything is ready.")
                : language.of(fr: "À corriger : \(faults)", en: "To be mended: \(faults)"))
        return page
    }
}
