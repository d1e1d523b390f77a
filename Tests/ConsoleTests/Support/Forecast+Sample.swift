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
        let action = ActionTriple(domain: "COM", type: "TEL", motive: "X")
        let reference = ReferenceData(
            people: People(owners: [], collaborateurs: []),
            pipelines: [SalesPipeline(id: "7", label: "Ventes", stages: stages)], lifecycleStages: .standard,
            civilities: LabelTable([LabelTable.Row(position: 1, code: "M", label: "Monsieur")]), roles: LabelTable([]),
            actions: ActionTable([ActionRow(position: 1, action: action, result: "CALL")]),
            trigger: "opportunity", delay: "500", zone: ZoneOffsets(name: "UTC", transitions: []), siretProperty: "SIRET")
        return Forecast(
            hubspot: hubspot, artis: artis, database: bench.database,
            pacing: BackfillPacing(patience: .milliseconds(50), pause: .milliseconds(1), outages: 1),
            reference: reference, pipeline: nil)
    }
}
