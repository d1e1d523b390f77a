package import Database
package import Domain
package import Pipeline
import Runtime

extension Explanation {
    /// Explains a record that left no row, by a look at the system that it is named in.
    ///
    /// - Parameter setting: `HUBSPOT_PIPELINE` (R16).
    /// - Returns: nil when that system has no such record.
    package static func look(
        at name: RecordName, _ fleet: Fleet, _ database: Database, reference: ReferenceData, pipeline setting: String?
    ) async throws(OperatorFailure) -> Explanation? {
        let pipeline = PipelineChoice.choose(setting: setting, pipelines: reference.pipelines)
        switch name.system {
        case .hubspot:
            let look = LiveLook(
                hubspot: fleet.hubspot, database: database, reference: reference, pipeline: pipeline,
                now: WallClock.now())
            return try await look.explain(name.kinds[0], ID(name.id))
        case .artis:
            let look = LiveLookInArtis(
                artis: fleet.artis, database: database, reference: reference, pipeline: pipeline)
            return try await look.explain(name.kinds, ID(name.id))
        }
    }
}
