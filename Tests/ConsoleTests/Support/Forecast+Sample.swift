import Artis
import Domain
import HubSpot

@testable import Console

extension Forecast {
    /// In an account with everything in place.
    static func sample(_ bench: Bench, hubspot: HubSpotClient, artis: ArtisClient) -> Forecast {
        let stages = SalesStage.allCases.enumerated().map { place, stage in
            SalesPipeline.Stage(id: "s\(place)", label: stage.rawValue)
        }
        let actions = [("TEL", "CALL"), ("RDV", "MEETING")].enumerated().map { place, row in
            ActionRow(
                position: place + 1, action: ActionTriple(domain: "COM", type: row.0, motive: "X"), result: row.1)
        }
        let reference = ReferenceData(
            people: People(owners: [], collaborateurs: []),
            pipelines: [SalesPipeline(id: "7", label: "Ventes", stages: stages)], lifecycleStages: .standard,
            civilities: LabelTable([LabelTable.Row(position: 1, code: "M", label: "Monsieur")]), roles: LabelTable([]),
            actions: ActionTable(actions),
            trigger: "opportunity", delay: "500", zone: ZoneOffsets(name: "UTC", transitions: []), siretProperty: "SIRET")
        return Forecast(
            hubspot: hubspot, artis: artis, database: bench.database,
            pacing: BackfillPacing(patience: .milliseconds(50), pause: .milliseconds(1), outages: 1),
            reference: reference, pipeline: nil)
    }
}
