/// What a generated record stands for. Its raw value is the `cas` that the expectations name.
enum Scenario: String, CaseIterable, Sendable {
    case ordinary = "ordinaire"

    // Companies.
    case siretMissing = "siret-absent"
    case siretCheckDigit = "siret-cle-fausse"
    case siretThirteen = "siret-13-chiffres"
    case siretNine = "siret-9-chiffres"
    case siretDuplicate = "siret-en-double"
    case siretSpaced = "siret-avec-blancs"
    case siretNoBreak = "siret-avec-insecables"
    case laPoste = "la-poste"
    case oneSIREN = "meme-siren"
    case longName = "nom-long"
    case otherLifecycle = "autre-phase"
    case boxOff = "case-decochee"
    case strangeSalesperson = "ingenieur-inconnu-d-artis"
    case archivedSalesperson = "ingenieur-archive"
    case knownInArtis = "connue-d-artis"

    // Contacts.
    case noTitle = "sans-civilite"
    case unknownTitle = "civilite-inconnue"
    case noLastName = "sans-nom"
    case twoCompanies = "deux-entreprises"
    case contactKnownInArtis = "contact-connu-d-artis"

    // Deals.
    case unknownStage = "phase-inconnue"
    case otherPipeline = "autre-pipeline"
    case strangeCreator = "createur-inconnu-d-artis"
    case noCreator = "sans-createur"
    case dealOfNone = "transaction-sans-entreprise"

    // Activities.
    case activityOfNone = "activite-sans-entreprise"
    case activityOfDeal = "activite-d-une-transaction-seule"
    case strangeOwner = "proprietaire-inconnu-d-artis"
}
