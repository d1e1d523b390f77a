public import Domain

extension HubSpotMapping {
    /// What one property, as an event tells it, means for the field that it holds: to be compared with what is known of
    /// the record, so that our own writes coming back are no news (R25).
    ///
    /// - Parameters:
    ///   - value: as it came; empty for a property that was cleared.
    ///   - pipeline: the one used with artis; without it nothing can be said of a deal's stage.
    /// - Returns: the value in the form in which snapshots hold it, nil when the field is empty; nil altogether for a
    ///   property that is no field of ours, and for a value that cannot be carried: whoever reads the record must judge.
    public static func echo(
        kind: Kind, property: String, value: String, reference: ReferenceData, pipeline: SalesPipeline?
    ) -> (field: Field, value: String?)? {
        guard let field = field(named: property, kind: kind, siretProperty: reference.siretProperty) else { return nil }
        // The very reading that a worker does.
        let read = HubSpotObject(id: ID(""), properties: [property: value])
            .values(kind, reference: reference, last: nil, pipeline: pipeline)
        guard !read.uncarried.contains(field) else { return nil }
        // A deal has always a stage: one without a name is one that is not known here.
        if field == .stage, read.values[.stage] == nil { return nil }
        return (field, read.values[field])
    }

    /// Our field behind a property.
    public static func field(named property: String, kind: Kind, siretProperty: String?) -> Field? {
        Field.of(kind).first { properties(of: $0, kind: kind, siretProperty: siretProperty).contains(property) }
    }

    /// Whether a property is ever read: a change of any other is of no consequence.
    public static func isRead(_ property: String, kind: Kind, siretProperty: String?) -> Bool {
        properties(of: kind, siretProperty: siretProperty).contains(property)
    }
}
