import Testing

@Suite("Arrows point down")
struct ArrowTests {
    @Test("Every file belongs to a room that the table knows")
    func knownRooms() {
        expectNone(
            House.sources.filter { Rooms.allowed[$0.room] == nil }.map { Fault($0.path, 1, "no such room: \($0.room)") })
        #expect(!House.sources.isEmpty)
    }

    @Test("A room imports only the rooms below it")
    func arrows() {
        expectNone(
            House.sources.flatMap { file in
                let allowed = Rooms.allowed[file.room] ?? []
                return file.imports
                    .filter { Rooms.allowed[$0.module] != nil && !allowed.contains($0.module) }
                    .map { Fault(file.path, $0.line, "\(file.room) may not import \($0.module)") }
            })
    }

    @Test("Only a fence imports its C library")
    func fences() {
        expectNone(
            House.sources.flatMap { file in
                file.imports.compactMap { statement in
                    guard let fence = Rooms.fences[statement.module], !file.path.hasPrefix(fence) else { return nil }
                    return Fault(file.path, statement.line, "only \(fence) imports \(statement.module)")
                }
            })
    }

    @Test("Domain imports nothing, and asks neither a clock nor the dice")
    func pureDomain() {
        for file in House.sources where file.room == "Domain" {
            expectNone(file.imports.map { Fault(file.path, $0.line, "Domain may not import \($0.module)") })
            expectNone(
                file.faults(
                    of: "Clock", "random", "shuffled", "print(",
                    matching: /\b(?:ContinuousClock|SuspendingClock)\b|\brandom(?:Element)?\([^,]*\)|\bshuffled\(\)|\bprint\(/,
                    "Domain is pure"))
        }
    }
}
