public import Domain

extension HubSpotMapping {
    /// Our values in HubSpot's words.
    ///
    /// - Parameters:
    ///   - changes: nil clears.
    ///   - pipeline: the one used with artis (R16).
    /// - Returns: the properties to write, and the fields that HubSpot cannot hold, each with a warning.
    public static func write(
        _ changes: [Field: String?], kind: Kind, reference: ReferenceData, pipeline: SalesPipeline?
    ) -> (properties: [String: String], uncarried: [Field: Warning]) {
        var properties: [String: String] = [:]
        var uncarried: [Field: Warning] = [:]
        for (field, value) in changes {
            let names = self.properties(of: field, kind: kind, siretProperty: reference.siretProperty)
            let texts = texts(field, value ?? "", reference: reference, pipeline: pipeline)
            if names.isEmpty || texts == nil {
                let isPerson = field == .salesperson || field == .person
                uncarried[field] = Warning(isPerson ? .personUnmatched : .valueNotCarried, detail: field.rawValue)
            } else {
                for (name, text) in zip(names, texts ?? []) { properties[name] = text }
            }
        }
        // A meeting begins when it is dated (rules.md, "Fields"): people are shown both. Nobody reads the start.
        if kind == .meeting, let date = properties[HubSpotName.timestamp] { properties[HubSpotName.meetingStart] = date }
        return (properties, uncarried)
    }

    /// What to write into each property of a field; nil for a value that HubSpot cannot hold.
    private static func texts(
        _ field: Field, _ value: String, reference: ReferenceData, pipeline: SalesPipeline?
    ) -> [String]? {
        switch field {
        case .stage:
            // A deal has always a stage: it cannot be cleared.
            return SalesStage(rawValue: value).flatMap { pipeline?.stageID($0) }.map { [$0] }
        case .salesperson, .person:
            return value.isEmpty ? [""] : reference.people.owner(mail: value).map { [$0.rawValue] }
        case .closeDay:
            // A moment in HubSpot, noon in the account's time zone: read back anywhere on earth, and whatever the clocks
            // do that night, it falls on the same day more surely than midnight would.
            return value.isEmpty ? [""] : Day(value).map { [reference.zone.noon(of: $0).rfc3339] }
        case .body:
            // HTML, and for an e-mail the text beside it.
            return [Canonical.html(value), value]
        case .amount: return (try? Canonical.amount(value)).map { [$0] }
        case .date: return (try? Canonical.moment(value)).map { [$0] }
        case .stageID, .type, .company: return nil
        case .name, .siret, .website, .phone, .address1, .address2, .postalCode, .city, .country, .title, .civility,
            .lastName, .firstName, .email, .mobile, .jobTitle, .subject:
            return [value]
        }
    }
}
