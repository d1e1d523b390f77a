import Domain
import HubSpot
import Oversight

/// What the source page asks of HubSpot, judged; pure.
struct HubSpotChecks {
    let language: Language

    func properties(_ account: [Kind: [HubSpotProperty]]) -> [Check] {
        WantedProperty.all.map { $0.check(account[$0.kind] ?? [], language) }
    }

    /// R18: the options of `civilite` are the codes of the label table.
    func civilities(_ contact: [HubSpotProperty], _ table: LabelTable) -> Check? {
        guard let property = contact.first(where: { $0.name == "civilite" }) else { return nil }
        let name = "hubspot.contact.civilite.options"
        let values = property.options.filter { !$0.hidden }.map(\.value)
        let unknown = values.filter { !table.known($0) }
        let missing = table.rows.filter { $0.active && !values.contains($0.code) }.map(\.code)
        if !unknown.isEmpty {
            return .fault(
                name,
                language.of(
                    fr: "options inconnues d’artis.net : \(unknown.joined(separator: ", "))",
                    en: "options that artis.net does not know: \(unknown.joined(separator: ", "))"),
                remedy: language.of(
                    fr: "donnez aux options pour nom interne les codes de la table Qualité personne : \(codes(table))",
                    en: "make the options’ internal names the codes of the table Qualité personne: \(codes(table))"))
        }
        if !missing.isEmpty {
            return .warning(
                name,
                language.of(
                    fr: "sans option dans HubSpot : \(missing.joined(separator: ", "))",
                    en: "without an option in HubSpot: \(missing.joined(separator: ", "))"),
                remedy: language.of(fr: "ajoutez ces options à civilite", en: "add these options to civilite"))
        }
        return .ok(name, codes(table))
    }

    private func codes(_ table: LabelTable) -> String {
        table.rows.filter(\.active).map(\.code).joined(separator: ", ")
    }

    /// R15, R16.
    func pipeline(_ pipelines: [SalesPipeline], setting: String?) -> Check {
        let name = "hubspot.pipeline"
        let six = SalesStage.allCases.map(\.rawValue).joined(separator: ", ")
        switch PipelineChoice.choose(setting: setting, pipelines: pipelines) {
        case .one(let pipeline) where pipeline.isComplete: return .ok(name, pipeline.label)
        case .one(let pipeline):
            let missing = pipeline.missingStages.map(\.rawValue).joined(separator: ", ")
            return .fault(
                name,
                language.of(fr: "« \(pipeline.label) » sans : \(missing)", en: "“\(pipeline.label)” lacks: \(missing)"),
                remedy: language.of(
                    fr:
                        "HubSpot, Gestion des données > Objets > Transactions > Pipelines : ajoutez ces phases, nommées exactement ainsi",
                    en: "HubSpot, Data Management > Objects > Deals > Pipelines: add these stages, named exactly so"))
        case .none:
            return .fault(
                name,
                setting.map { language.of(fr: "aucun pipeline « \($0) »", en: "no pipeline “\($0)”") }
                    ?? language.of(fr: "aucun pipeline n’a les six phases", en: "no pipeline has the six stages"),
                remedy: language.of(
                    fr: "donnez à un pipeline les phases \(six), ou corrigez HUBSPOT_PIPELINE",
                    en: "give a pipeline the stages \(six), or correct HUBSPOT_PIPELINE"))
        case .several(let several):
            let labels = several.map(\.label).joined(separator: ", ")
            return .fault(
                name,
                language.of(
                    fr: "plusieurs pipelines possibles : \(labels)", en: "several pipelines would do: \(labels)"),
                remedy: language.of(
                    fr: "nommez l’identifiant d’un seul dans HUBSPOT_PIPELINE",
                    en: "name the id of one in HUBSPOT_PIPELINE"))
        }
    }

    func webhookSecret(isSet: Bool) -> Check {
        isSet
            ? .ok("hubspot.webhook_secret", "HUBSPOT_WEBHOOK_SECRET")
            : .fault(
                "hubspot.webhook_secret",
                language.of(
                    fr: "HUBSPOT_WEBHOOK_SECRET manque : le récepteur refuse tous les appels de HubSpot",
                    en: "HUBSPOT_WEBHOOK_SECRET is missing: the receiver refuses every call of HubSpot"),
                remedy: language.of(
                    fr: "HubSpot, application privée > Auth : copiez le secret client dans HUBSPOT_WEBHOOK_SECRET",
                    en: "HubSpot, private app > Auth: copy the client secret into HUBSPOT_WEBHOOK_SECRET"))
    }
}
