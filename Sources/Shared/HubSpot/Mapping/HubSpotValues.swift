public import Domain

/// A record of HubSpot's in canonical form, and what of it cannot be carried over.
public struct HubSpotValues: Sendable, Equatable {
    /// A field that cannot be carried holds its last synced value.
    public var values: Values
    /// Fields whose present value cannot be told to artis.
    public var uncarried: Set<Field>
    public var warnings: [Warning]
    /// Of a company (R5); nil when its SIRET is valid.
    public var siretFault: SIRETFault?

    public init(
        values: Values = Values(), uncarried: Set<Field> = [], warnings: [Warning] = [], siretFault: SIRETFault? = nil
    ) {
        self.values = values
        self.uncarried = uncarried
        self.warnings = warnings
        self.siretFault = siretFault
    }
}
