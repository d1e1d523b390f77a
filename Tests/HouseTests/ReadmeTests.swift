import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows the two commands at its top", arguments: ["bin/demo", "bin/test"])
    func twoCommands(command: String) throws {
        let readme = try #require(House.file("README.md"), "README.md is missing")
        #expect(readme.lines.prefix(40).contains { $0.contains(command) })
    }

    @Test("names only programs and folders that exist", arguments: ["bin/demo", "bin/test", "docker/compose.yaml", ".ci/run"])
    func paths(path: String) {
        #expect(House.file(path) != nil)
    }
}
