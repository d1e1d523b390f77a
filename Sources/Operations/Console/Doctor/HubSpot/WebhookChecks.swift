import Domain
import Oversight

/// How HubSpot's webhooks reach ingest, judged.
struct WebhookChecks {
    let language: Language

    func check(_ settings: SettingsFacts) -> [Check] {
        [secret(settings)] + [address(settings)].compactMap { $0 }
    }

    private func secret(_ settings: SettingsFacts) -> Check {
        let name = "HUBSPOT_WEBHOOK_SECRET"
        if settings.hasWebhookSecret { return .ok(.webhookSecret, name, language.of(fr: "renseigné", en: "set")) }
        return .fault(
            .webhookSecret, name,
            language.of(fr: "manque : le récepteur refuse tous les appels de HubSpot", en: "is missing: the receiver refuses every call of HubSpot"),
            remedy: language.of(
                fr: "\(MenuPath(language: language).privateApp) > Authentification : copiez le secret client dans \(name)",
                en: "\(MenuPath(language: language).privateApp) > Auth: copy the client secret into \(name)"))
    }

    /// HubSpot calls nothing but https.
    private func address(_ settings: SettingsFacts) -> Check? {
        guard settings.isRealHubSpot else { return nil }
        let name = "INGEST_PUBLIC_URL"
        if settings.publicURL.hasPrefix("https://") { return .ok(.webhookURL, name, settings.publicURL) }
        return .warning(
            .webhookURL, name,
            language.of(fr: "HubSpot n’appelle pas \(settings.publicURL)", en: "HubSpot does not call \(settings.publicURL)"),
            remedy: language.of(
                fr: "\(name)= l’adresse https que HubSpot appelle, la même que dans \(MenuPath(language: language).privateApp) > Webhooks",
                en: "\(name)= the https address that HubSpot calls, the same as in \(MenuPath(language: language).privateApp) > Webhooks"))
    }
}
