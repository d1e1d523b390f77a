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
