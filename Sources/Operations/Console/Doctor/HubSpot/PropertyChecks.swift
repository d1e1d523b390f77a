import Domain
import HubSpot
import Oversight

/// The properties of the source page, judged.
struct PropertyChecks {
    let language: Language

    private var path: MenuPath { MenuPath(language: language) }

    /// - Parameter account: a kind whose properties could not be read is absent.
    func check(_ account: [Kind: [HubSpotProperty]]) -> [Check] {
        WantedProperty.all.flatMap { wanted in account[wanted.kind].map { check(wanted, $0) } ?? [] }
    }

    private func check(_ wanted: WantedProperty, _ properties: [HubSpotProperty]) -> [Check] {
        guard let property = wanted.find(in: properties) else { return [missing(wanted, properties)] }
        guard isRight(property, wanted) else { return [wrongType(property, wanted)] }
        let field = language.of(fr: wanted.french, en: wanted.english)
        let name = property.name == wanted.name ? "" : language.of(fr: "sous le nom \(property.name), ", en: "under the name \(property.name), ")
        return [otherGroup(property, wanted) ?? .ok(.property, wanted.subject, name + field)] + twins(wanted, properties)
    }

    private func missing(_ wanted: WantedProperty, _ properties: [HubSpotProperty]) -> Check {
        let near = NearMiss.of(wanted.name, among: properties.map(\.name))
        let group = WantedProperty.group(wanted.kind)
        return .forSetup(
            .property, wanted.subject,
            language.of(fr: "la propriété manque", en: "the property is missing")
                + (near.map { language.of(fr: " (l’interne \(language.quoted($0)) n’est pas ce nom)", en: " (\(language.quoted($0)) is not this name)") } ?? ""),
            byHand: language.of(
                fr:
                    "\(path.properties(wanted.kind)) > Créer une propriété : libellé \(wanted.label), nom interne \(wanted.name) (respecter la casse), groupe « \(group?.french ?? "") », type de champ « \(wanted.french) »\(options(wanted))",
                en:
                    "\(path.properties(wanted.kind)) > Create property: label \(wanted.label), internal name \(wanted.name) (case counts), group “\(group?.english ?? "")”, field type “\(wanted.english)”\(options(wanted))"),
            language)
    }

    /// R18: the options that a person adds.
    private func options(_ wanted: WantedProperty) -> String {
        guard wanted.name == WantedProperty.civilite.name else { return "" }
        return language.of(
            fr: ", autant d’options que de codes dans la table Qualité personne d’artis.net (nom interne = code)",
            en: ", as many options as there are codes in the table Qualité personne of artis.net (internal name = code)")
    }

    private func isRight(_ property: HubSpotProperty, _ wanted: WantedProperty) -> Bool {
        wanted.type.contains(property.type) && wanted.fieldType.contains(property.fieldType)
            && (!wanted.isOwner || property.referencedObjectType == "OWNER")
    }

    private func wrongType(_ property: HubSpotProperty, _ wanted: WantedProperty) -> Check {
        let field = language.of(fr: wanted.french, en: wanted.english)
        return .fault(
            .property, wanted.subject,
            language.of(
                fr: "type \(property.type)/\(property.fieldType) au lieu de « \(field) »",
                en: "type \(property.type)/\(property.fieldType) instead of “\(field)”"),
            remedy: PropertyRemake(language: language).retype(property, wanted))
    }

    private func otherGroup(_ property: HubSpotProperty, _ wanted: WantedProperty) -> Check? {
        guard let group = WantedProperty.group(wanted.kind), property.groupName != group.name else { return nil }
        return .warning(
            .property, wanted.subject,
            language.of(fr: "dans le groupe \(property.groupName)", en: "in the group \(property.groupName)"),
            remedy: language.of(
                fr: "\(path.properties(wanted.kind)) > \(property.name) > Modifier : groupe « \(group.french) »",
                en: "\(path.properties(wanted.kind)) > \(property.name) > Edit: group “\(group.english)”"))
    }

    /// `SIRET` beside `siret`: people may fill in the one that nobody reads.
    private func twins(_ wanted: WantedProperty, _ properties: [HubSpotProperty]) -> [Check] {
        guard wanted.anyCase, let used = wanted.find(in: properties) else { return [] }
        let others = properties.filter { $0.name != used.name && $0.name.lowercased() == used.name.lowercased() }
        return others.map { other in
            .warning(
                .property, "\(wanted.kind.rawValue).\(other.name)",
                language.of(
                    fr: "n’est pas lue : \(used.name) l’est", en: "is not read: \(used.name) is"),
                remedy: language.of(
                    fr: "\(path.properties(wanted.kind)) > \(other.name) > Supprimer, ses valeurs reportées dans \(used.name)",
                    en: "\(path.properties(wanted.kind)) > \(other.name) > Delete, once its values are in \(used.name)"))
        }
    }
}
