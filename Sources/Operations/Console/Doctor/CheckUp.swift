import Domain
import HTTP
import Oversight

/// All that a doctor found.
struct CheckUp: Sendable, Equatable {
    var checks: [Check]

    /// Nothing must be mended; warnings may stand.
    var isFine: Bool { !checks.contains { $0.level == .fault } }

    func count(_ level: Check.Level) -> Int { checks.count { $0.level == level } }

    /// What `doctor --json` prints, on one line:
    ///
    ///     {"ok": bool, "checks": [{"code": "hubspot.property", "level": "ok" | "warning" | "fault",
    ///      "subject": "company.SIRET", "text": text, "remedy": text | null, "setup": bool}]}
    ///
    /// `ok` is what the exit code says; `setup` that `passerelle setup` mends it. Codes (`CheckCode`), levels and the
    /// subjects of named things keep their form; texts follow the language.
    var json: JSON {
        [
            "ok": .bool(isFine),
            "checks": .array(
                checks.map { check in
                    [
                        "code": .of(check.code), "level": .of(check.level), "subject": .string(check.subject),
                        "text": .string(check.text), "remedy": .of(check.remedy), "setup": .bool(check.isForSetup),
                    ]
                }),
        ]
    }

    func page(_ language: Language) -> Page {
        var page = Page()
        var place: String?
        for check in checks {
            if check.code.place != place { page.heading(check.code.place) }
            place = check.code.place
            page.line(check.line)
        }
        page.heading(summary(language))
        return page
    }

    private func summary(_ language: Language) -> String {
        switch (count(.fault), count(.warning)) {
        case (0, 0): language.of(fr: "Tout est prêt.", en: "Everything is ready.")
        case (0, let warnings):
            language.of(fr: "Tout est prêt ; avertissements : \(warnings).", en: "Everything is ready; warnings: \(warnings).")
        case (let faults, let warnings):
            language.of(
                fr: "À corriger : \(faults) ; avertissements : \(warnings).",
                en: "To be mended: \(faults); warnings: \(warnings).")
        }
    }
}
