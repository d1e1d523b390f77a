import Domain
import HubSpot

/// What an event's property and value mean to a record that we know.
enum PropertyMeaning: Equatable {
    /// Nobody ever reads it.
    case nothing
    /// Every record that is synced has it so.
    case asSynced
    /// A field of ours in canonical form; nil when it is empty.
    case value(Field, String?)
    /// Whoever reads the record must judge.
    case unclear

    /// - Parameter pipeline: the one used with artis (R16).
    init(_ kind: Kind, _ property: String, _ value: String, reference: ReferenceData, pipeline: SalesPipeline?) {
        let echo = HubSpotMapping.echo(
            kind: kind, property: property, value: value, reference: reference, pipeline: pipeline)
        if let echo {
            self = .value(echo.field, echo.value)
        } else if kind == .deal, property == HubSpotName.pipeline, let pipeline, pipeline.id == value {
            self = .asSynced
        } else if kind == .company, reference.siretProperty == nil {
            // Which property holds the SIRET may be found out any moment.
            self = .unclear
        } else {
            let isRead = HubSpotMapping.isRead(property, kind: kind, siretProperty: reference.siretProperty)
            self = isRead ? .unclear : .nothing
        }
    }
}
