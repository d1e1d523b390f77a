/// The rules that look at more than one field or record.
extension ArtisState {
    /// A reference belongs to one record of its collection for good, deleted or not.
    func checkReference(
        _ reference: String?, in collection: ArtisCollection, otherThan id: String?
    ) throws(ArtisRefusal) {
        guard let reference, let holder = table(collection).idByReference[reference], holder != id else { return }
        throw ArtisRefusal(
            .referenceTaken, "Cette référence externe désigne déjà une fiche", field: "referenceExterne", id: holder)
    }

    /// One SIRET, one living tiers; digits compared.
    func checkSIRET(_ fields: [String: JSON], otherThan id: String?) throws(ArtisRefusal) {
        guard let siret = fields["siret"]?.text, let holder = holder(ofSIRET: siret, otherThan: id) else { return }
        throw ArtisRefusal(.siretTaken, "Un tiers porte déjà ce SIRET", field: "siret", id: holder)
    }

    /// R17: names the first locked field that would change; saying again what stands is no change.
    func checkLock(of record: ArtisRecord, against changes: [String: JSON]) throws(ArtisRefusal) {
        guard let stage = record.text("statutAvantVente").flatMap(ArtisStage.init), stage.locks else { return }
        for field in ArtisField.all(of: .affaires) where ArtisStage.lockedFields.contains(field.name) {
            guard let value = changes[field.name], value != record.fields[field.name] ?? .null else { continue }
            throw ArtisRefusal(
                .locked, "L'affaire est \(stage.rawValue) : \(field.name) ne change plus", field: field.name, id: record.id)
        }
    }

    /// The fields with those that artis works out itself: `avancement` follows `statutAvantVente`.
    func derived(_ fields: [String: JSON]) -> [String: JSON] {
        guard let stage = fields["statutAvantVente"]?.text.flatMap(ArtisStage.init) else { return fields }
        var result = fields
        result["avancement"] = .integer(stage.progress)
        return result
    }
}
