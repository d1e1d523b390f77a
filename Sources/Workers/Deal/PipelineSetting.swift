import Database
import Domain
import Pipeline
import Runtime
import ServiceLifecycle

/// R16: with another `HUBSPOT_PIPELINE` than the last deal worker was started with, deals are looked at anew that wait or
/// are blocked for their pipeline.
struct PipelineSetting: Service {
    let workshop: Workshop

    func run() async throws {
        let setting = NoteSetting("HUBSPOT_PIPELINE", is: workshop.pipeline ?? "")
        try await workshop.database.transaction { (transaction) async throws(DatabaseError) in
            guard try await transaction.first(setting) != nil else { return }
            _ = try await transaction.run(WantPairsOfReasons(reasons: [.pipelineUnknown, .otherPipeline], warnings: []))
        }
        await Pause.untilStop()
    }
}
