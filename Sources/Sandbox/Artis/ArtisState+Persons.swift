/// What only a person at the ERP's screens does: delete, and bring back.
extension ArtisState {
    func deletion(_ id: String, in collection: ArtisCollection, cause: ArtisCause) throws(ArtisRefusal) -> ArtisEntry {
        guard var record = living(collection, id) else {
            throw ArtisRefusal(.unknown, "Aucune fiche de cet identifiant", id: id)
        }
        record.deleted = true
        record.version += 1
        record.modified = cause.at
        return entry(.suppression, record, in: collection, cause: cause)
    }

    /// A restored record keeps its id and goes on counting versions; its SIRET must be free still.
    func restoration(
        _ id: String, in collection: ArtisCollection, cause: ArtisCause
    ) throws(ArtisRefusal) -> ArtisEntry {
        guard var record = table(collection).records[id], record.deleted else {
            throw ArtisRefusal(.unknown, "Aucune fiche supprimée de cet identifiant", id: id)
        }
        if collection == .tiers { try checkSIRET(record.fields, otherThan: id) }
        record.deleted = false
        record.version += 1
        record.modified = cause.at
        return entry(.restauration, record, in: collection, cause: cause)
    }
}
