/// The names that the source page fixes.
enum Prerequisites {
    static let trigger = "HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"
    static let delay = "HUBSPOT_DELAI_APPELS"
}
