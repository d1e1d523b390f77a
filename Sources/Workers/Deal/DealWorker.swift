import ArgumentParser
import Pipeline
import Runtime
import Trades

/// `deal-worker`: keeps the deal pairs in step. Run as many as the load asks for.
@main
struct DealWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deal-worker",
        abstract: "Keeps HubSpot and artis.net in step: the deal worker of Passerelle.",
        discussion: WorkerProgram.settingsHelp, version: Version.full)

    func run() async throws {
        try await WorkerProgram(DependantSurvey(DealTrade())) { workshop in
            [Resilient("pipeline setting", logger: workshop.logger, service: PipelineSetting(workshop: workshop))]
        }.run()
    }
}
