extension ArtisLabel {
    var json: JSON {
        ["position": .integer(position), "code": .string(code), "libelle": .string(libelle), "actif": .bool(actif)]
    }

    /// Nil unless all but `actif` (true by default) is there.
    init?(_ json: JSON) {
        guard let position = json["position"]?.integer, let code = json["code"]?.text,
            let libelle = json["libelle"]?.text
        else { return nil }
        self.init(position: position, code: code, libelle: libelle, actif: json["actif"]?.flag ?? true)
    }
}

extension ArtisDecision {
    var json: JSON {
        [
            "position": .integer(position), "domaine": .string(domaine), "type": .string(type),
            "motif": .string(motif), "resultat": .string(resultat),
        ]
    }

    /// Nil unless all of it is there.
    init?(_ json: JSON) {
        guard let position = json["position"]?.integer, let domaine = json["domaine"]?.text,
            let type = json["type"]?.text, let motif = json["motif"]?.text, let resultat = json["resultat"]?.text
        else { return nil }
        self.init(position: position, domaine: domaine, type: type, motif: motif, resultat: resultat)
    }
}

extension ArtisPerson {
    var json: JSON {
        [
            "id": .string(id), "mail": .string(mail), "nom": .string(nom), "prenom": .string(prenom),
            "actif": .bool(actif), "commercial": .bool(commercial),
        ]
    }

    /// Nil unless id and mail are there; names default to empty, the two flags to true.
    init?(_ json: JSON) {
        guard let id = json["id"]?.text, let mail = json["mail"]?.text else { return nil }
        self.init(
            id: id, mail: mail, nom: json["nom"]?.text ?? "", prenom: json["prenom"]?.text ?? "",
            actif: json["actif"]?.flag ?? true, commercial: json["commercial"]?.flag ?? true)
    }
}

extension ArtisSettings {
    var json: JSON {
        [
            "horizonFluxSecondes": .decimal(horizonFluxSecondes),
            "conservationClesSecondes": .decimal(conservationClesSecondes),
        ]
    }

    /// What is not named keeps its value in `base`.
    init(_ json: JSON, base: ArtisSettings = ArtisSettings()) {
        self = base
        if let seconds = json["horizonFluxSecondes"]?.number { horizonFluxSecondes = seconds }
        if let seconds = json["conservationClesSecondes"]?.number { conservationClesSecondes = seconds }
    }
}
