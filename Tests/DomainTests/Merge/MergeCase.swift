import Domain

/// A merge with random values, few enough that they often meet.
struct MergeCase {
    static let fields = Field.of(.contact)

    var hubspot: Values
    var artis: Values
    var snapshot: Snapshot?
    var required: Set<Field>
    var keepEmpty: Set<Field> = []
    var wins: System

    init(_ random: inout Seeded) {
        hubspot = Self.values(&random)
        artis = Self.values(&random)
        snapshot = random.chance(4) ? nil : Snapshot(hubspot: Self.values(&random), artis: Self.values(&random))
        if random.chance(3), snapshot != nil { snapshot?.artis = artis }
        if random.chance(3), snapshot != nil { snapshot?.hubspot = hubspot }
        required = random.chance(2) ? Field.required(.contact) : []
        if random.chance(2) { keepEmpty = Field.keepEmpty(.contact) }
        wins = random.pick(System.allCases)
    }

    private static func values(_ random: inout Seeded) -> Values {
        var values = Values()
        for field in fields { values[field] = random.pick([nil, "a", "b", "é", "e\u{301}"]) }
        return values
    }

    var decision: MergeDecision { decision(hubspot: hubspot, artis: artis, snapshot: snapshot) }

    func decision(hubspot: Values, artis: Values, snapshot: Snapshot?) -> MergeDecision {
        Merge.decide(
            hubspot: hubspot, artis: artis, snapshot: snapshot, fields: Self.fields, required: required,
            conflictWins: wins, keepEmpty: keepEmpty)
    }

    /// The two systems after the decision was written, as they answer it.
    var settled: Snapshot {
        Snapshot(hubspot: hubspot.applying(decision.toHubSpot), artis: artis.applying(decision.toArtis))
    }

    /// The same with the two sides in each other's place.
    var swapped: MergeCase {
        var other = self
        (other.hubspot, other.artis, other.wins) = (artis, hubspot, wins.other)
        other.snapshot = snapshot.map { Snapshot(hubspot: $0.artis, artis: $0.hubspot) }
        return other
    }
}
