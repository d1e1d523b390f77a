import Domain
import Oversight

/// R18, judged: a contact without a civilité takes the first possible value of *Qualité personne*.
struct CivilityTableCheck {
    let language: Language

    func check(_ table: LabelTable?) -> Check {
        let name = "Qualité personne"
        if let table, let first = table.firstPossible {
            let codes = table.rows.filter(\.active).map(\.code).joined(separator: ", ")
            return .ok(
                .civilities, name,
                language.of(fr: "\(codes) ; par défaut \(first)", en: "\(codes); by default \(first)"))
        }
        let path = MenuPath(language: language).labels(name)
        return .fault(
            .civilities, name,
            table == nil
                ? language.of(fr: "la table manque", en: "the table is missing")
                : language.of(fr: "la table n’a aucune ligne active", en: "the table has no active row"),
            remedy: language.of(fr: "\(path) : ajoutez une civilité", en: "\(path): add a civilité"))
    }
}
