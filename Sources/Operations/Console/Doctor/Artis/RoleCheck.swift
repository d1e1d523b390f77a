import Domain
import Oversight

/// R2, judged: the role of whoever creates a deal in HubSpot; its code counts to the letter.
struct RoleCheck {
    let language: Language

    /// - Parameter table: *Rôle commercial*; nil where artis has no such table.
    func check(_ table: LabelTable?) -> Check {
        let code = LabelTable.hubspotRole
        let path = MenuPath(language: language).labels("Rôle commercial")
        if let row = table?.rows.first(where: { $0.code == code }) {
            return row.active
                ? .ok(.role, code, row.label)
                : .warning(
                    .role, code, language.of(fr: "le rôle n’est plus actif", en: "the role is no longer active"),
                    remedy: language.of(fr: "\(path) : réactivez \(code)", en: "\(path): make \(code) active again"))
        }
        let remedy = language.of(
            fr: "\(path) : ajoutez le code \(code) (respecter la casse), libellé libre",
            en: "\(path): add the code \(code) (case counts), with any label")
        if let near = NearMiss.of(code, among: table?.rows.map(\.code) ?? []) {
            return .fault(
                .role, code,
                language.of(
                    fr: "la table a \(language.quoted(near)), qui n’est pas ce code à la lettre",
                    en: "the table has \(language.quoted(near)), which is not this code to the letter"), remedy: remedy)
        }
        return .fault(.role, code, language.of(fr: "le rôle manque", en: "the role is missing"), remedy: remedy)
    }
}
