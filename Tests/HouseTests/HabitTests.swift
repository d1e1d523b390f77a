import Testing

@Suite("Habits")
struct HabitTests {
    @Test("No Any, no try!, no as!")
    func crashesAndHoles() {
        let pattern = /(?:^|[^\w.])Any(?!\w)|\btry!|\bas!/
        expectNone(House.sources.flatMap { $0.faults(of: "Any", "try!", "as!", matching: pattern, "not in this house") })
    }

    @Test("`unsafe` stays inside the fences, but for the line that names an executor")
    func unsafeStaysInside() {
        let outside = House.sources.filter { !Rooms.isFenced($0.path) }
        expectNone(
            outside.flatMap { file in
                file.faults(of: "unsafe", matching: /\bunsafe\b/, "outside the fences")
                    .filter { !file.code[$0.line - 1].contains("asUnownedSerialExecutor") }
            })
    }

    @Test("A log message is a constant: what varies goes into keys, and the keys are a closed list")
    func constantMessages() {
        let inText = /\b(?:logger|log)\??\.(?:trace|debug|info|notice|warning|error|critical)\(\s*"[^"]*\\\(/
        let free = /\bmetadata: \[/
        // Runtime cannot know the keys: they are a room above it.
        let keyed = House.sources.filter { $0.room != "Runtime" && $0.room != "Sandbox" && $0.room != "Observability" }
        expectNone(
            House.sources.flatMap { file in
                file.lines.indices
                    .filter { file.lines[$0].contains("log") && file.lines[$0].contains("\\(") }
                    .filter { file.lines[$0].contains(inText) }
                    .map { Fault(file.path, $0 + 1, "a message that varies") }
            } + keyed.flatMap { $0.faults(of: "metadata", matching: free, "keys that are no LogKey") })
    }

    @Test("Every migration is in the list, once there is one")
    func migrationsListed() {
        let swift = House.sources.filter { $0.room == "Database" }.flatMap(\.lines).joined(separator: "\n")
        guard swift.contains("M0001_") else { return }
        for file in House.files(under: "Sources/Shared/Database/Migrations", endingIn: ".sql") {
            let name = file.path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
            if !swift.contains(name) { expectNone([Fault(file.path, 1, "no Swift file of Database names \(name)")]) }
        }
    }
}
