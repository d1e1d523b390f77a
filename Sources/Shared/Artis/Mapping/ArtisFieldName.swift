/// The names of artis' fields (artis-port.md, "Fields").
public enum ArtisFieldName {
    // tiers
    public static let raisonSociale = "raisonSociale"
    public static let siret = "siret"
    public static let relation = "relation"
    public static let siteInternet = "siteInternet"
    public static let telephone = "telephone"
    public static let adresse1 = "adresse1"
    public static let adresse2 = "adresse2"
    public static let codePostal = "codePostal"
    public static let ville = "ville"
    public static let pays = "pays"
    public static let ingenieurCommercial = "ingenieurCommercial"
    // what hangs on a tiers
    public static let tiers = "tiers"
    // affaires
    public static let intitule = "intitule"
    public static let montant = "montant"
    public static let dateConclusion = "dateConclusion"
    public static let statutAvantVente = "statutAvantVente"
    public static let avancement = "avancement"
    public static let commercial = "commercial"
    public static let commerciauxSecondaires = "commerciauxSecondaires"
    // interlocuteurs
    public static let titre = "titre"
    public static let nom = "nom"
    public static let prenom = "prenom"
    public static let mail = "mail"
    public static let mobile = "mobile"
    public static let fonction = "fonction"
    // actions
    public static let domaine = "domaine"
    public static let type = "type"
    public static let motif = "motif"
    public static let date = "date"
    public static let objet = "objet"
    public static let compteRendu = "compteRendu"
    public static let collaborateur = "collaborateur"
    public static let interlocuteurs = "interlocuteurs"
    public static let affaires = "affaires"
}
