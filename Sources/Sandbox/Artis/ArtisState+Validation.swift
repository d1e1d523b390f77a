/// What each field may hold, decided from the state alone.
extension ArtisState {
    /// The fields of a write in the form artis keeps them: known, well formed, with nothing unknown behind a reference.
    /// An empty text counts as null.
    ///
    /// - Throws: `VALEUR_INVALIDE` naming the first field at fault, in the order of the port's tables.
    func checked(_ fields: [String: JSON], of collection: ArtisCollection) throws(ArtisRefusal) -> [String: JSON] {
        let known = ArtisField.all(of: collection)
        let names = Set(known.map(\.name))
        if let stranger = fields.keys.sorted().first(where: { !names.contains($0) }) {
            throw ArtisRefusal(.invalid, "Champ inconnu dans \(collection.rawValue) : \(stranger)", field: stranger)
        }
        var result: [String: JSON] = [:]
        for field in known {
            guard let given = fields[field.name] else { continue }
            let value = given == .string("") ? .null : given
            if case .derived = field.kind {
                throw invalid(field, "est calculé par artis et ne s'écrit pas")
            }
            if value != .null { try check(value, field) }
            result[field.name] = value
        }
        return result
    }

    /// - Throws: `CHAMP_OBLIGATOIRE` for the first required field that the record would lack.
    func checkRequired(_ fields: [String: JSON], of collection: ArtisCollection) throws(ArtisRefusal) {
        for field in ArtisField.all(of: collection) where field.required && fields[field.name] == nil {
            throw ArtisRefusal(.required, "\(field.name) est obligatoire", field: field.name)
        }
    }

    private func check(_ value: JSON, _ field: ArtisField) throws(ArtisRefusal) {
        switch field.kind {
        case .records(let collection): try checkRecords(value, collection, field)
        case .secondaries: try checkSecondaries(value, field)
        case .derived: break
        case .text, .siret, .amount, .day, .instant, .choice, .record, .person, .title:
            guard let text = value.text else { throw invalid(field, "doit être un texte") }
            try check(text: text, field)
        }
    }

    private func check(text: String, _ field: ArtisField) throws(ArtisRefusal) {
        switch field.kind {
        case .text(let most): if text.count > most { throw invalid(field, "dépasse \(most) caractères") }
        case .siret: if text.count > 30 { throw invalid(field, "dépasse 30 caractères") }
        case .amount: if !ArtisFormat.isAmount(text) { throw invalid(field, "n'est pas un montant à deux décimales") }
        case .day: if !ArtisFormat.isDay(text) { throw invalid(field, "n'est pas une date AAAA-MM-JJ") }
        case .instant: if !ArtisFormat.isInstant(text) { throw invalid(field, "n'est pas un instant RFC 3339 en UTC") }
        case .choice(let all):
            if !all.contains(text) { throw invalid(field, "vaut l'un de : \(all.joined(separator: ", "))") }
        case .record(let collection): if living(collection, text) == nil { throw unknown(field, text) }
        case .person: if !hasPerson(text) { throw unknown(field, text) }
        case .title: if !hasLabel(text, in: ArtisTableName.titles) { throw unknown(field, text) }
        case .records, .secondaries, .derived: break
        }
    }

    private func checkRecords(_ value: JSON, _ collection: ArtisCollection, _ field: ArtisField) throws(ArtisRefusal) {
        guard let list = value.items else { throw invalid(field, "doit être une liste d'identifiants") }
        for element in list {
            guard let id = element.text else { throw invalid(field, "doit être une liste d'identifiants") }
            if living(collection, id) == nil { throw unknown(field, id) }
        }
    }

    private func checkSecondaries(_ value: JSON, _ field: ArtisField) throws(ArtisRefusal) {
        guard let list = value.items else { throw invalid(field, "doit être une liste de {collaborateur, role}") }
        for element in list {
            guard let pair = element.members, pair.count == 2, let person = pair["collaborateur"]?.text,
                let role = pair["role"]?.text
            else { throw invalid(field, "doit être une liste de {collaborateur, role}") }
            if !hasPerson(person) { throw unknown(field, person) }
            if !hasLabel(role, in: ArtisTableName.roles) { throw unknown(field, role) }
        }
    }

    private func invalid(_ field: ArtisField, _ what: String) -> ArtisRefusal {
        ArtisRefusal(.invalid, "\(field.name) \(what)", field: field.name)
    }

    private func unknown(_ field: ArtisField, _ value: String) -> ArtisRefusal {
        ArtisRefusal(.invalid, "\(field.name) : \(value) est inconnu", field: field.name)
    }
}
