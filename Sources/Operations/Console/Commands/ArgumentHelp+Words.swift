import ArgumentParser

extension ArgumentHelp {
    /// For whoever sits there. Names of options and of values are the same for everyone: they are what is typed.
    init(fr french: String, en english: String, valueName: String? = nil) {
        self.init(.help(fr: french, en: english), valueName: valueName)
    }

    // What several commands have in common.

    static let json = ArgumentHelp(fr: "Un objet JSON pour les programmes.", en: "One JSON object for programs.")

    static let jsonLines = ArgumentHelp(
        fr: "Un objet JSON par ligne pour les programmes.", en: "One JSON object a line for programs.")

    static let recordKind = ArgumentHelp(
        fr: "Ce que c’est : company, deal, contact, call, meeting, email, activity.",
        en: "What it is: company, deal, contact, call, meeting, email, activity.", valueName: "KIND")

    static let recordID = ArgumentHelp(
        fr: "L’identifiant de HubSpot, ou artis:ID.", en: "HubSpot's id, or artis:ID.", valueName: "ID")

    static let pausedKind = ArgumentHelp(
        fr: "company, deal, contact, call, meeting ou email.", en: "company, deal, contact, call, meeting or email.",
        valueName: "KIND")

    static let onlyThisKind = ArgumentHelp(
        fr: "Seulement ce type ; peut être répété.", en: "Only this kind; may be repeated.")

    static let letterID = ArgumentHelp(
        fr: "Celui que donne « passerelle dead list ».", en: "As “passerelle dead list” tells.", valueName: "ID")
}
