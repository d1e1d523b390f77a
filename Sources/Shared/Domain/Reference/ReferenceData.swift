/// What both systems define and records only name: who is who, stages, labels, parameters. Fetched once for the fleet.
public struct ReferenceData: Sendable {
    public var people: People
    public var pipelines: [SalesPipeline]
    public var lifecycleStages: LifecycleStages
    /// *Qualité personne* (R18).
    public var civilities: LabelTable
    /// *Rôle commercial* (R2).
    public var roles: LabelTable
    public var actions: ActionTable
    /// `HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE` (R8); nil when artis has no such parameter.
    public var trigger: String?
    /// `HUBSPOT_DELAI_APPELS` as written (R22); `CallDelay` reads it.
    public var delay: String?
    /// Of the HubSpot account.
    public var zone: ZoneOffsets
    /// R4: the name under which the account holds the SIRET; nil when it has no such property.
    public var siretProperty: String?
    /// `passerelle_ref`, by kind; a kind that is absent has none.
    public var ownReferences: [Kind: ReferenceProperty]

    public init(
        people: People, pipelines: [SalesPipeline], lifecycleStages: LifecycleStages, civilities: LabelTable,
        roles: LabelTable, actions: ActionTable, trigger: String?, delay: String?, zone: ZoneOffsets,
        siretProperty: String?, ownReferences: [Kind: ReferenceProperty] = [:]
    ) {
        self.people = people
        self.pipelines = pipelines
        self.lifecycleStages = lifecycleStages
        self.civilities = civilities
        self.roles = roles
        self.actions = actions
        self.trigger = trigger
        self.delay = delay
        self.zone = zone
        self.siretProperty = siretProperty
        self.ownReferences = ownReferences
    }
}
