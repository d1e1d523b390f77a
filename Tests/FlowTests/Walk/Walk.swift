import Database
import Domain
import HTTP
import TestKit

/// People at work on both sides, as a seed makes them: the same seed, the same deeds.
struct Walk {
    enum Deed: CaseIterable {
        case edit, birth, clash, clear, move, stage, link, vanish, comeBack, admit, merge

        /// How often somebody does it among the others.
        var weight: Int {
            switch self {
            case .edit: 38
            case .birth: 20
            case .clash: 12
            case .clear: 7
            case .move: 6
            case .stage: 5
            case .link: 4
            case .vanish: 3
            case .comeBack: 2
            case .admit, .merge: 1
            }
        }
    }

    let office: Office
    let words: AccountWords
    var random: StormRandom
    var records: [WalkRecord] = []
    var number = 0
    /// Records of HubSpot's that stand for themselves no longer (R26).
    var mergedAway: Set<PairKey> = []
    /// Records from this place on are not archived in HubSpot.
    var sparedFrom = Int.max

    var scene: Scene { office.scene }

    init(_ office: Office, seed: UInt64) async throws {
        self.office = office
        words = try await AccountWords(office.scene)
        random = StormRandom(seed: seed)
        for _ in 0..<8 { try await bear(.company) }
    }

    mutating func step() async throws {
        let total = Deed.allCases.map(\.weight).reduce(0, +)
        var lot = Int.random(in: 0..<total, using: &random)
        for deed in Deed.allCases {
            lot -= deed.weight
            if lot < 0 { return try await perform(deed) }
        }
    }

    private mutating func perform(_ deed: Deed) async throws {
        switch deed {
        case .edit: try await edit()
        case .birth: try await bear(Kind.allCases.randomElement(using: &random) ?? .deal)
        case .clash: try await clash()
        case .clear: try await clear()
        case .move: try await move()
        case .stage: try await stage()
        case .link: try await link()
        case .vanish: try await vanish()
        case .comeBack: try await comeBack()
        case .admit: try await admit()
        case .merge: try await merge()
        }
    }

    /// The ids that the other halves have by now.
    mutating func learn() async throws {
        let pairs = PairKey.index(try await office.fleet.database.run(BothPair()))
        for index in records.indices {
            let record = records[index]
            guard record.ids.count == 1, !record.isMergedAway, let key = record.key, let pair = pairs[key] else { continue }
            records[index].kind = pair.kind
            records[index].ids[.hubspot] = pair.hubspotID ?? record.ids[.hubspot]
            records[index].ids[.artis] = pair.artisID ?? record.ids[.artis]
        }
    }

    /// A random record that this side shows to its people; nil when there is none.
    mutating func any(_ side: System, _ suits: (WalkRecord) -> Bool = { _ in true }) -> Int? {
        records.indices.filter { records[$0].id(side) != nil && suits(records[$0]) }.randomElement(using: &random)
    }

    mutating func side() -> System { Bool.random(using: &random) ? .hubspot : .artis }

    mutating func next() -> Int {
        number += 1
        return number
    }

    /// Types values into a record, of one side.
    func type(_ record: WalkRecord, _ side: System, _ values: [(SharedField, String)]) async throws {
        guard let id = record.id(side) else { return }
        switch side {
        case .hubspot:
            let properties = Dictionary(values.map { ($0.0.property, $0.1) }) { _, last in last }
            try await scene.edit(record.kind.inHubSpot, id, properties)
        case .artis:
            let fields = values.map { ($0.0.name, $0.1.isEmpty ? JSON.null : .string($0.1)) }
            try await scene.change(record.kind.inArtis, id, Dictionary(fields) { _, last in last })
        }
    }
}
