import Domain
import Oversight

/// What the source page asks of artis.net, judged; pure.
struct ArtisChecks {
    let language: Language

    /// R8. - Parameter stages: of the HubSpot account; nil when they could not be read.
    func trigger(_ parameter: String?, stages: LifecycleStages?) -> Check {
        let name = "artis.trigger"
        let allowed = (stages ?? .standard).values.sorted().joined(separator: ", ")
        let remedy = language.of(
            fr:
                "artis.net, Paramètres généraux > Gérer les paramètres : \(Prerequisites.trigger) = l’une des valeurs \(allowed)",
            en: "artis.net, Paramètres généraux > Gérer les paramètres: \(Prerequisites.trigger) = one of \(allowed)")
        guard let parameter, !parameter.isEmpty else {
            return .fault(
                name,
                language.of(
                    fr: "le paramètre \(Prerequisites.trigger) manque",
                    en: "the parameter \(Prerequisites.trigger) is missing"),
                remedy: remedy)
        }
        guard let stages else { return .ok(name, parameter) }
        return stages.contains(parameter)
            ? .ok(name, parameter)
            : .fault(
                name,
                language.of(
                    fr: "« \(parameter) » n’est aucune phase du cycle de vie de HubSpot",
                    en: "“\(parameter)” is no lifecycle stage of HubSpot"), remedy: remedy)
    }

    /// R22.
    func delay(_ parameter: String?) -> Check {
        let name = "artis.delay"
        let delay = CallDelay(parameter: parameter)
        let remedy = language.of(
            fr: "artis.net, Gérer les paramètres : \(Prerequisites.delay) = 500 ou plus",
            en: "artis.net, Gérer les paramètres: \(Prerequisites.delay) = 500 or more")
        switch delay.warning {
        case nil: return .ok(name, "\(delay.milliseconds) ms")
        case .invalid:
            return .warning(
                name,
                language.of(
                    fr:
                        "\(Prerequisites.delay) manque ou n’est pas un nombre : \(delay.milliseconds) ms sont appliquées",
                    en: "\(Prerequisites.delay) is missing or no number: \(delay.milliseconds) ms are in force"),
                remedy: remedy)
        case .tooShort:
            return .warning(
                name,
                language.of(
                    fr: "\(delay.milliseconds) ms : ARTIS préconise de ne jamais descendre sous 500",
                    en: "\(delay.milliseconds) ms: ARTIS advises never to go below 500"), remedy: remedy)
        }
    }

    /// R2.
    func roles(_ table: LabelTable) -> Check {
        table.known(LabelTable.hubspotRole)
            ? .ok("artis.role", LabelTable.hubspotRole)
            : .fault(
                "artis.role",
                language.of(
                    fr: "le rôle \(LabelTable.hubspotRole) manque", en: "the role \(LabelTable.hubspotRole) is missing"),
                remedy: language.of(
                    fr:
                        "artis.net, Gérer les tables de libellés > Rôle commercial : ajoutez le code \(LabelTable.hubspotRole)",
                    en:
                        "artis.net, Gérer les tables de libellés > Rôle commercial: add the code \(LabelTable.hubspotRole)"
                ))
    }

    /// R20: every type needs a row that can be written, one without wildcards.
    func actions(_ table: ActionTable) -> [Check] {
        WorkerRole.activity.kinds.map { kind in
            let word = kind.rawValue.uppercased()
            let name = "artis.TD_HubspotAction.\(word)"
            if let action = table.action(for: kind) {
                return .ok(name, "\(action.domain) / \(action.type) / \(action.motive)")
            }
            return .fault(
                name,
                language.of(
                    fr: "aucune ligne sans joker ne donne \(word) : ces activités ne passent pas",
                    en: "no row without wildcards gives \(word): these activities do not pass"),
                remedy: language.of(
                    fr:
                        "artis.net, Gérer les tables de décision > TD_HubspotAction : ajoutez une ligne dont le résultat est \(word)",
                    en: "artis.net, Gérer les tables de décision > TD_HubspotAction: add a row whose result is \(word)")
            )
        }
    }

    /// R18: a contact without a civilité takes the first possible value.
    func civilities(_ table: LabelTable) -> Check {
        if let first = table.firstPossible { return .ok("artis.civilities", first) }
        return .fault(
            "artis.civilities",
            language.of(
                fr: "la table Qualité personne n’a aucune ligne active",
                en: "the table Qualité personne has no active row"),
            remedy: language.of(
                fr: "artis.net, Gérer les tables de libellés > Qualité personne : ajoutez une civilité",
                en: "artis.net, Gérer les tables de libellés > Qualité personne: add a civilité"))
    }
}
