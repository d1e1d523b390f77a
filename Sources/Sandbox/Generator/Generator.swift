/// Fills both systems with the data of a French company, the same for the same seed and size; only the dates move, so
/// that they lie in the months before now.
struct Generator {
    let seed: UInt64
    let companies: Int
    /// Milliseconds since 1970.
    var now = SteadyClock.shared.milliseconds

    /// Plants everything, and leaves in artis' control end-point (`GET /sandbox/artis/attendus`) where each HubSpot record
    /// must stand in the end.
    func fill(hubspot: HubSpotVendor, artis: ArtisVendor) async {
        let plan = Plan(seed: seed, companies: companies)
        let (owners, pipelines) = await Self.furnish(hubspot: hubspot, artis: artis)
        var ids: [String] = []
        for record in plan.records {
            let links = record.links.map { link in
                PlantedLink(type: plan.records[link.place].type, id: ids[link.place], primary: link.primary)
            }
            ids.append(plant(record, in: hubspot, links: links, owners: owners, pipelines: pipelines))
        }
        let linked = await plant(plan.tiers, in: artis.store)
        await artis.store.set([.expectations(expectations(plan, ids: ids, linked: linked))])
    }

    /// The prerequisites of the source page alone: two systems that are set up, and hold no record yet.
    @discardableResult
    static func furnish(
        hubspot: HubSpotVendor, artis: ArtisVendor
    ) async -> (owners: [Int: String], pipelines: [Account.PlantedPipeline]) {
        await Account.plant(in: artis.store)
        let owners = Account.plantOwners(in: hubspot)
        let pipelines = Account.plantPipelines(in: hubspot)
        Account.plantProperties(in: hubspot)
        return (owners, pipelines)
    }

    private func plant(
        _ record: PlannedRecord, in hubspot: HubSpotVendor, links: [PlantedLink], owners: [Int: String],
        pipelines: [Account.PlantedPipeline]
    ) -> String {
        var properties = record.properties
        for (name, minutes) in record.moments { properties[name] = ArtisTime.text((now + minutes * 60_000) * 1_000) }
        if let owner = record.owner {
            properties[record.type == .companies ? "ingenieur_commercial" : "hubspot_owner_id"] = owners[owner]
        }
        if let stage = record.stage {
            properties["pipeline"] = pipelines[stage.pipeline].id
            properties["dealstage"] = pipelines[stage.pipeline].stages[stage.stage]
        }
        return hubspot.plant(
            record.type, properties, links: links, createdBy: record.creator.map(Account.userId),
            at: now - record.age * 60_000)
    }
}
