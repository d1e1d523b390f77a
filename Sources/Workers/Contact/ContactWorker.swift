import ArgumentParser
import Pipeline
import Runtime
import Trades

/// `contact-worker`: keeps the contact pairs in step. Run as many as the load asks for.
@main
struct ContactWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact-worker",
        abstract: "Keeps HubSpot and artis.net in step: the contact worker of Passerelle.",
        discussion: WorkerProgram.settingsHelp, version: Version.full)

    func run() async throws {
        try await WorkerProgram(DependantSurvey(ContactTrade())).run()
    }
}
