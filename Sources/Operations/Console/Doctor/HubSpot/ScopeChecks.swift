import Domain
import Oversight

/// What the private app may do, judged.
struct ScopeChecks {
    let language: Language

    static let emailBodies = "sales-email-read"
    /// Activities go by the scopes of contacts; `setup` wants `crm.schemas.*.write` besides, while something is missing.
    static let needed =
        ["companies", "deals", "contacts"].flatMap { ["crm.objects.\($0).read", "crm.objects.\($0).write", "crm.schemas.\($0).read"] }
        + ["crm.objects.owners.read"]

    private var path: String { MenuPath(language: language).privateApp }

    /// - Parameters:
    ///   - scopes: nil where HubSpot does not tell them.
    ///   - setup: what `passerelle setup` needs for what is missing now.
    func check(_ scopes: Set<String>?, refusals: [HubSpotFacts.Refusal], setup: [String]) -> [Check] {
        let refused = refusals.filter { $0.cause == .scope }.map { RefusalCheck(language: language).check($0) }
        guard let scopes else { return refused + [unknown] }
        let missing = Self.needed.filter { !scopes.contains($0) }
        let bodies = scopes.contains(Self.emailBodies) ? [] : [withoutBodies]
        // A missing scope explains what was refused.
        let checks =
            missing.map(lacks) + bodies + (missing.isEmpty ? refused : [])
            + setup.filter { !scopes.contains($0) }.map(lacksForSetup)
        return checks.isEmpty ? [.ok(.scope, "scopes", language.of(fr: "tous accordés", en: "all granted"))] : checks
    }

    private func add(_ scope: String) -> String {
        language.of(
            fr: "\(path) > Modifier > Champs d’application : ajoutez \(scope)", en: "\(path) > Edit > Scopes: add \(scope)")
    }

    private func lacks(_ scope: String) -> Check {
        .fault(
            .scope, scope,
            language.of(fr: "l’application privée n’a pas ce droit", en: "the private app lacks this scope"), remedy: add(scope))
    }

    private func lacksForSetup(_ scope: String) -> Check {
        .warning(
            .scope, scope,
            language.of(
                fr: "l’application privée n’a pas ce droit : passerelle setup ne pourra créer ce qui manque",
                en: "the private app lacks this scope: passerelle setup will not be able to create what is missing"),
            remedy: add(scope))
    }

    private var withoutBodies: Check {
        .fault(
            .scope, Self.emailBodies,
            language.of(
                fr: "sans ce droit, le corps des e-mails arrive masqué, et le texte de remplacement irait dans artis.net",
                en: "without this scope the bodies of e-mails come redacted, and the stand-in text would go to artis.net"),
            remedy: add(Self.emailBodies))
    }

    private var unknown: Check {
        .warning(
            .scope, Self.emailBodies,
            language.of(fr: "HubSpot ne dit pas les droits de ce jeton", en: "HubSpot does not tell the scopes of this token"),
            remedy: language.of(fr: "\(path) > Champs d’application : vérifiez-le", en: "\(path) > Scopes: check it"))
    }
}
