import Database
import Domain
import HTTP
import TestKit
import Testing

/// An account in step on both sides, in which people then do things that no event tells: what the reconciliation is for.
struct UntoldAccount {
    typealias Row = BothPair.Row

    let office: Office
    var random: StormRandom
    /// Synced pairs that nobody has touched.
    private var pool: [Kind: [Row]] = [:]
    private(set) var words: AccountWords
    /// Pairs that differ from now on, as `kind artis-id`, and by what.
    private(set) var named: [String: String] = [:]
    /// What was linked when the account came into step, by kind.
    private(set) var linked: [Kind: Int] = [:]

    var scene: Scene { office.scene }

    /// Companies with a deal, contacts and activities below them, and some with nothing; brought by a backfill.
    init(_ office: Office, seed: UInt64) async throws {
        self.office = office
        random = StormRandom(seed: seed)
        words = try await AccountWords(office.scene)
        try await Self.fill(office.scene)
        let (code, output) = try await office.fleet.passerelle("backfill")
        #expect(code == 0, "\(output)")
        try await office.fleet.quiet(within: 120)
        try await look()
    }

    private static func fill(_ scene: Scene) async throws {
        for number in 1...150 {
            let company = try await scene.company(siret: Fresh.siret, name: "Maison \(number)", ["phone": "0298000000"])
            guard number > 30 else { continue }
            let deal = try await scene.deal(of: company, title: "Chantier \(number)")
            let contact = try await scene.contact(of: company, mail: Fresh.mail, name: "Kerjean \(number)")
            if number > 60 { _ = try await scene.deal(of: company, title: "Extension \(number)") }
            if number > 90 { _ = try await scene.contact(of: company, mail: Fresh.mail, name: "Madec \(number)") }
            let links = [("companies", company, false), ("deals", deal, false), ("contacts", contact, false)]
            if number > 60 { _ = try await scene.call(of: links, title: "Point \(number)") }
            if number > 110 { _ = try await scene.meeting(of: Array(links.prefix(2)), title: "Visite \(number)") }
            if number > 120 { _ = try await scene.email(of: Array(links.prefix(1)), title: "Devis \(number)") }
        }
    }

    /// Nothing differs now, and everything that is synced may be touched.
    mutating func look() async throws {
        named = [:]
        let rows = try await office.fleet.database.run(BothPair())
        pool = Dictionary(grouping: rows.filter { $0.state == "synced" }, by: \.kind)
        linked = Dictionary(grouping: rows.filter { $0.hubspotID != nil && $0.artisID != nil }, by: \.kind).mapValues(\.count)
    }

    mutating func differs(_ pair: Row, _ cause: String) { named["\(pair.kind.rawValue) \(pair.artisID ?? "")"] = cause }

    /// A pair that nobody has touched, and that nobody will again.
    mutating func take(_ kind: Kind, where suits: (Row) -> Bool = { _ in true }) throws -> Row {
        let all = pool[kind] ?? []
        let chosen = try #require(all.indices.filter { suits(all[$0]) }.randomElement(using: &random), "no \(kind) is left")
        return pool[kind]?.remove(at: chosen) ?? all[chosen]
    }

    /// A company below which there is nothing.
    mutating func takeLonely() throws -> Row {
        let homes = Set(pool.values.joined().compactMap(\.company))
        return try take(.company) { !homes.contains($0.id) }
    }

    /// A company, and a deal below it; the others below it may be touched no more.
    mutating func takeHome() throws -> (home: Row, below: [Row]) {
        let homes = Set((pool[.deal] ?? []).compactMap(\.company))
        let home = try take(.company) { homes.contains($0.id) }
        let below = pool.values.joined().filter { $0.company == home.id }
        for kind in Kind.allCases { pool[kind]?.removeAll { $0.company == home.id } }
        return (home, below)
    }
}

extension BothPair.Row {
    var hubspot: String { hubspotID ?? "" }
    var artis: String { artisID ?? "" }
}
