import ArgumentParser
import Domain
import Pipeline
import Runtime
import Trades

/// `company-worker`: keeps the company pairs in step. Run as many as the load asks for.
@main
struct CompanyWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "company-worker",
        abstract: "Keeps HubSpot and artis.net in step: the company worker of Passerelle.",
        discussion: WorkerProgram.settingsHelp, version: Version.full)

    func run() async throws {
        try await WorkerProgram(CompanyTrade()) { workshop in
            Lane.allCases.map { lane in
                Resilient(
                    "discoverer \(lane.rawValue)", logger: workshop.logger,
                    service: Discoverer(workshop: workshop, lane: lane))
            }
        }.run()
    }
}
