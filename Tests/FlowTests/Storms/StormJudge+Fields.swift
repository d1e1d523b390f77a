import Domain
import HTTP

extension StormJudge {
    /// HubSpot property, artis field.
    private static func pairs(_ kind: Kind) -> [(String, String)] {
        switch kind {
        case .company:
            [
                ("name", "raisonSociale"), ("phone", "telephone"), ("address", "adresse1"), ("address2", "adresse2"),
                ("zip", "codePostal"), ("city", "ville"), ("country", "pays"), ("website", "siteInternet"),
            ]
        case .deal: [("dealname", "intitule")]
        case .contact:
            [
                ("lastname", "nom"), ("firstname", "prenom"), ("email", "mail"), ("phone", "telephone"),
                ("mobilephone", "mobile"), ("jobtitle", "fonction"), ("civilite", "titre"),
            ]
        case .call: [("hs_call_title", "objet")]
        case .meeting: [("hs_meeting_title", "objet")]
        case .email: [("hs_email_subject", "objet")]
        }
    }

    /// Every synced record holds in artis what HubSpot holds. Where artis knew it before, artis won (R24): not judged.
    func fields() -> [String] {
        synced.filter { $0.known == nil }.flatMap { record -> [String] in
            guard let id = row(record)?.artisID, let fields = held[record.artisCollection]?[id]?["champs"] else {
                return ["\(record.reference) is synced, and artis has no such record"]
            }
            var wrong = Self.pairs(record.kind).compactMap { property, field -> String? in
                guard let value = record.properties[property], !value.isEmpty else { return nil }
                let there = fields[field]?.string ?? ""
                return there == value ? nil : "\(record.reference): \(field) is \"\(there)\", not \"\(value)\""
            }
            wrong += relations(record, fields)
            return wrong
        }
    }

    private func relations(_ record: StormRecord, _ fields: JSON) -> [String] {
        var wrong: [String] = []
        if record.kind == .company {
            let typed = record.properties["SIRET"] ?? record.properties["siret"] ?? ""
            let siret = typed.filter { ("0"..."9").contains($0) }
            if fields["siret"]?.string != siret { wrong.append("\(record.reference): siret is not \(siret)") }
        } else {
            let tiers = row(record)?.company.flatMap { pairs["company:\($0)"]?.artisID }
            if tiers == nil || fields["tiers"]?.string != tiers {
                wrong.append("\(record.reference) hangs on the wrong tiers")
            }
        }
        if record.kind == .deal, let stage = record.properties["dealstage"].flatMap({ data.stages[$0] }),
            fields["statutAvantVente"]?.string != stage
        {
            wrong.append("\(record.reference): statutAvantVente is not \(stage)")
        }
        return wrong
    }
}
