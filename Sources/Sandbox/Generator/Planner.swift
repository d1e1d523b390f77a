/// Draws a plan, record by record, from one seed.
struct Planner {
    var random: SeededRandom
    private var mint = SIRETMint()
    private(set) var records: [PlannedRecord] = []
    private(set) var tiers: [PlannedTiers] = []

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    @discardableResult
    mutating func add(_ record: PlannedRecord) -> Int {
        records.append(record)
        return records.count - 1
    }

    mutating func change(_ place: Int, _ change: (inout PlannedRecord) -> Void) { change(&records[place]) }

    mutating func add(_ known: PlannedTiers) { tiers.append(known) }

    mutating func siren() -> String { mint.siren(using: &random) }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: list.indices, using: &random)] }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// True in `percent` of a hundred draws.
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func seller() -> Int { number(PlannedPerson.sellers.lowerBound...PlannedPerson.sellers.upperBound - 1) }

    /// Minutes, spread over the last six months.
    mutating func age() -> Int { number(60...260_000) }

    /// Ten digits as a person types them.
    mutating func phone(area: String) -> String {
        let pairs = (0..<4).map { _ in String(number(10...99)) }
        return "0\(area) " + pairs.joined(separator: " ")
    }

    /// The places of the records of a type.
    func places(of type: ObjectType) -> [Int] { records.indices.filter { records[$0].type == type } }

    /// The first record of a scenario.
    func place(of scenario: Scenario) -> Int? { records.firstIndex { $0.scenario == scenario } }
}
