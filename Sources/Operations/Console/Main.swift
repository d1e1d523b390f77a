import ArgumentParser
import Glibc

@main
struct Main {
    static func main() async { exit(await run(Array(CommandLine.arguments.dropFirst()))) }

    /// Runs one command line and tells the exit code.
    static func run(_ arguments: [String]) async -> Int32 {
        do {
            var command = try Passerelle.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return Outcome.done
        } catch {
            return Outcome.tell(error)
        }
    }
}
