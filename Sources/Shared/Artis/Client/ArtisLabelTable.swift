/// The label tables that are read; the raw value stands in paths.
public enum ArtisLabelTable: String, Sendable, Hashable, CaseIterable {
    case roleCommercial = "role-commercial"
    case qualitePersonne = "qualite-personne"
}
