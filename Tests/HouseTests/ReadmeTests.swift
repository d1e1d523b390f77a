import FoundationEssentials
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows the two commands at its top", arguments: ["bin/demo", "bin/test"])
    func twoCommands(command: String) throws {
        let readme = try #require(House.file("README.md"), "README.md is missing")
        #expect(readme.lines.prefix(40).contains { $0.contains(command) })
    }

    @Test("names programs that can be run", arguments: ["bin/demo", "bin/test", "bin/servers", ".ci/run", "docker/secrets.sh"])
    func executables(path: String) {
        #expect(FileManager.default.isExecutableFile(atPath: House.root + path))
    }
}
