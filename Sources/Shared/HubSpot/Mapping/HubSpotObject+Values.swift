public import Domain

extension HubSpotObject {
    /// The record's fields in canonical form (R24).
    ///
    /// - Parameters:
    ///   - last: HubSpot's values of the snapshot; what cannot be carried keeps its value there.
    ///   - pipeline: the one used with artis, for a deal (R15, R16).
    public func values(
        _ kind: Kind, reference: ReferenceData, last: Values?, pipeline: SalesPipeline?
    ) -> HubSpotValues {
        var read = HubSpotValues()
        for field in Field.of(kind) {
            switch value(field, kind, reference: reference, last: last, pipeline: pipeline) {
            case .success(let value): read.values[field] = value
            case .failure(let unreadable):
                read.uncarried.insert(field)
                read.values[field] = last?[field]
                if let warning = unreadable.warning { read.warnings.append(warning) }
                if let fault = unreadable.siretFault { read.siretFault = fault }
            }
        }
        if kind == .deal { read.values[.stageID] = properties[HubSpotName.stage] }
        return read
    }

    private func value(
        _ field: Field, _ kind: Kind, reference: ReferenceData, last: Values?, pipeline: SalesPipeline?
    ) -> Result<String?, Uncarried> {
        let names = HubSpotMapping.properties(of: field, kind: kind, siretProperty: reference.siretProperty)
        let text = names.lazy.compactMap { properties[$0] }.first ?? ""
        do throws(CanonicalFault) {
            switch field {
            case .siret: return siret(text, last: last)
            case .salesperson, .person: return person(text, field, reference.people)
            case .stage: return .success(stage(text, last: last, pipeline: pipeline))
            case .amount: return .success(try Canonical.amount(text))
            case .closeDay: return .success(try Canonical.day(text, offset: reference.zone.offset))
            case .date: return .success(try Canonical.moment(text))
            case .body: return .success(body(names, text))
            case .email: return .success(Canonical.mail(text))
            case .phone, .mobile: return .success(Canonical.phone(text))
            case .name, .website, .address1, .address2, .postalCode, .city, .country, .title, .civility, .lastName,
                .firstName, .jobTitle, .subject, .stageID, .type, .company:
                return .success(Canonical.text(text))
            }
        } catch {
            return .failure(Uncarried(warning: Warning(.valueNotCarried, detail: field.rawValue)))
        }
    }

    /// R7: a later value that is empty or invalid is left out with a warning; before the first sync it blocks (R6).
    private func siret(_ text: String, last: Values?) -> Result<String?, Uncarried> {
        switch SIRET.parse(text) {
        case .success(let siret): .success(siret.digits)
        case .failure(let fault):
            .failure(
                Uncarried(
                    warning: last?[.siret].flatMap { SIRETChange.warning(value: text, last: $0, holder: nil) },
                    siretFault: fault))
        }
    }

    /// R1, R3, R21: a person stands for their mail, and is carried over only if artis knows it too.
    private func person(_ text: String, _ field: Field, _ people: People) -> Result<String?, Uncarried> {
        let id = Canonical.text(text)
        if id.isEmpty { return .success(nil) }
        guard let mail = people.mail(of: ID<HubSpotOwner>(id)), people.collaborateur(mail: mail) != nil else {
            return .failure(Uncarried(warning: Warning(.personUnmatched, detail: field.rawValue)))
        }
        return .success(mail)
    }

    /// R15: empty for a stage whose name is none of the six.
    private func stage(_ id: String, last: Values?, pipeline: SalesPipeline?) -> String? {
        if let pipeline { return pipeline.stageName(id, last: last) }
        return last?[.stageID] == id ? last?[.stage] : nil
    }

    /// The first body that is there; HTML but for an e-mail's text.
    private func body(_ names: [String], _ text: String) -> String {
        let isPlain = names.count > 1 && properties[names[0]] == nil
        return isPlain ? Canonical.body(text) : Canonical.body(html: text)
    }
}

/// A value that cannot be carried over, and what a person is told of it.
private struct Uncarried: Error {
    var warning: Warning?
    var siretFault: SIRETFault?
}
