public import Domain
import HTTP

extension ArtisObject {
    /// The record's fields in canonical form (R24).
    public func values(_ kind: Kind, reference: ReferenceData) -> Values {
        var values = Values()
        for field in Field.of(kind) {
            let text = ArtisMapping.name(of: field).flatMap { fields[$0]?.text } ?? ""
            values[field] = value(field, text, reference)
        }
        return values
    }

    /// A text that has no canonical form stays as it is, trimmed: then it differs from every value of HubSpot's, and a
    /// write of it is refused there with a warning, whereas an empty one would clear what HubSpot holds.
    private func value(_ field: Field, _ text: String, _ reference: ReferenceData) -> String? {
        let plain = Canonical.text(text)
        switch field {
        case .siret: return Canonical.siret(text)
        case .salesperson, .person:
            // For the same reason somebody whom nobody knows stays an id, which is no mail.
            return reference.people.mail(of: ID<Collaborateur>(plain)) ?? plain
        case .amount: return (try? Canonical.amount(text)) ?? plain
        case .closeDay: return Day(plain)?.description ?? plain
        case .date: return (try? Canonical.moment(text)) ?? plain
        case .stage: return SalesStage(rawValue: plain)?.rawValue ?? plain
        case .body: return Canonical.body(text)
        case .email: return Canonical.mail(text)
        case .phone, .mobile: return Canonical.phone(text)
        case .name, .website, .address1, .address2, .postalCode, .city, .country, .title, .civility, .lastName,
            .firstName, .jobTitle, .subject, .stageID, .type, .company:
            return plain
        }
    }
}
