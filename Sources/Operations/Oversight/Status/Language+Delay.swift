package import Domain

extension Language {
    /// R22: what is wrong with the delay that artis.net names, wherever a person looks.
    package func sentence(_ warning: CallDelay.Warning) -> String {
        switch warning {
        case .invalid:
            of(
                fr: "Le paramètre HUBSPOT_DELAI_APPELS d’artis.net est absent ou n’est pas un nombre entier : 500 ms sont appliquées.",
                en: "The artis.net parameter HUBSPOT_DELAI_APPELS is missing or no whole number: 500 ms are in force.")
        case .tooShort:
            of(
                fr: "Le paramètre HUBSPOT_DELAI_APPELS d’artis.net est inférieur à 500 ms, ce qu’ARTIS déconseille.",
                en: "The artis.net parameter HUBSPOT_DELAI_APPELS is below 500 ms, which ARTIS advises against.")
        }
    }
}
