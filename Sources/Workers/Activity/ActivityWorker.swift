import ArgumentParser
import Pipeline
import Runtime
import Trades

/// `activity-worker`: keeps the activity pairs in step. Run as many as the load asks for.
@main
struct ActivityWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity-worker",
        abstract: "Keeps HubSpot and artis.net in step: the activity worker of Passerelle.",
        discussion: WorkerProgram.settingsHelp, version: Version.full)

    func run() async throws {
        try await WorkerProgram(DependantSurvey(ActivityTrade())).run()
    }
}
