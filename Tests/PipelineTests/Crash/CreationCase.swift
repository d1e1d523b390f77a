import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

/// A dependant that one side has, and a worker creates on the other.
struct CreationCase: CustomTestStringConvertible {
    var kind: Kind
    /// HubSpot's account refuses a second record of our name; else ours is searched for.
    var isUnique = true
    /// The side that was written tells of it before the next worker comes.
    var isTold = false

    var testDescription: String {
        "\(kind.rawValue), \(isUnique ? "unique" : "searched for"), \(isTold ? "told" : "untold")"
    }

    private static let kinds = Kind.allCases.filter(\.isDependant)
    static let inHubSpot = [true, false].flatMap { isUnique in
        inArtis.map { CreationCase(kind: $0.kind, isUnique: isUnique, isTold: $0.isTold) }
    }
    static let inArtis = [false, true].flatMap { isTold in kinds.map { CreationCase(kind: $0, isTold: isTold) } }
    static let races = inHubSpot.filter { !$0.isTold }

    var trade: any Trade {
        switch kind {
        case .company: CompanyTrade()
        case .deal: DependantSurvey(DealTrade())
        case .contact: DependantSurvey(ContactTrade())
        case .call, .meeting, .email: DependantSurvey(ActivityTrade())
        }
    }

    /// What all cases need: an open company that both sides have, and which action is what.
    func prepare(_ bench: Bench) async throws {
        try await bench.refreshOwnReferences(unique: isUnique)
        try await bench.holdActions()
        _ = try await bench.plantOpen()
    }

    // MARK: - Born in artis

    private static let born: [Kind: [String: JSON]] = [
        .deal: ["intitule": "Toiture", "statutAvantVente": "Approche"],
        .contact: ["titre": "M", "nom": "Lefèvre", "prenom": "Zoé"],
        .call: action("TEL"), .meeting: action("RDV"), .email: action("MAIL"),
    ]

    private static func action(_ type: String) -> [String: JSON] {
        ["domaine": "COM", "type": .string(type), "motif": "SUIVI", "date": "2026-03-02T09:00:00Z", "objet": "Rappel"]
    }

    func artisID(_ number: Int) -> String { "N\(number)" }

    /// Our name in HubSpot of the record of this number.
    func reference(_ number: Int) -> String { "\(kind.collection):\(artisID(number))" }

    /// Of an action the feed does not tell yet what it becomes.
    func plantInArtis(_ number: Int, _ bench: Bench) async throws -> PairID {
        var fields = Self.born[kind] ?? [:]
        fields["tiers"] = "T5"
        if kind == .contact { fields["mail"] = .string("zoe\(number)@exemple.fr") }
        bench.artis.put(kind.collection, artisID(number), fields)
        return try await bench.plantBorn(kind.role == .activity ? .call : kind, artisID(number))
    }

    /// One record stands in HubSpot, below its company, linked and synced.
    func expectOneInHubSpot(_ number: Int, _ bench: Bench, _ death: String) async throws {
        let made = bench.hubspot.records(kind.objectType).filter { $0.value["passerelle_ref"] == reference(number) }
        let key = try #require(made.keys.first, "\(death)")
        #expect(made.count == 1 && bench.hubspot.writes(key) == 1, "\(death)")
        #expect(bench.hubspot.ends("\(key)/companies") == ["5"], "\(death)")
        let pair = try #require(try await bench.database.first(FindByArtis(kind: kind, id: artisID(number))), "\(death)")
        #expect(pair.hubspotID.map { "\(kind.objectType)/\($0)" } == key, "\(death)")
        #expect(pair.state == .synced && pair.isLatched && pair.creatingAt == nil, "\(death)")
        #expect(pair.snapshot?.hubspot[marked] == pair.snapshot?.artis[marked], "\(death)")
    }

    /// What HubSpot's event of the record that we made tells, if there is one by now.
    func tellOfHubSpot(_ number: Int, _ bench: Bench) async throws {
        let made = bench.hubspot.records(kind.objectType).first { $0.value["passerelle_ref"] == reference(number) }
        guard let id = made?.key.split(separator: "/").last else { return }
        _ = try await bench.database.run(AcceptChanges([Change(kind: kind, hubspotID: ID(String(id)))], lane: .live))
    }

    private var marked: Field {
        switch kind {
        case .company: .name
        case .deal: .title
        case .contact: .lastName
        case .call, .meeting, .email: .subject
        }
    }

    // MARK: - Born in HubSpot

    private static let titles: [Kind: String] = [
        .call: "hs_call_title", .meeting: "hs_meeting_title", .email: "hs_email_subject",
    ]

    func plantInHubSpot(_ number: Int, _ bench: Bench) async throws -> PairID {
        let properties: [String: String] = switch kind {
        case .company: [:]
        case .deal: ["dealname": "Toiture", "dealstage": "s0", "pipeline": "7", "synchro_artis": "true"]
        case .contact:
            ["lastname": "Lefèvre", "firstname": "Zoé", "email": "zoe\(number)@exemple.fr", "synchro_artis": "true"]
        case .call, .meeting, .email: ["hs_timestamp": "2026-03-02T09:00:00Z", Self.titles[kind] ?? "": "Rappel"]
        }
        bench.hubspot.put("\(kind.objectType)/\(number)", properties)
        bench.hubspot.associate("\(kind.objectType)/\(number)", "companies", ["5"])
        return try await bench.plant(kind, "\(number)")
    }

    /// What stands in artis under our name of the record of this number.
    func made(_ number: Int, _ bench: Bench) -> [String: ArtisBook.Record] {
        bench.artis.records(kind.collection).filter { $0.value.reference == "\(kind.objectType):\(number)" }
    }

    /// What the feed tells of the record that we made, if there is one by now.
    func tellOfArtis(_ number: Int, _ bench: Bench) async throws {
        guard let id = made(number, bench).first?.key else { return }
        let told = ArtisTold(kind: kind.role == .activity ? .call : kind, artisID: ID(id), version: 1)
        _ = try await bench.database.run(AcceptArtisChanges([told], lane: .live))
    }

    /// One record stands in artis, linked and synced; HubSpot is told nothing (R18).
    func expectOneInArtis(_ number: Int, _ bench: Bench, _ death: String) async throws {
        let made = made(number, bench)
        let (id, record) = try #require(made.first, "\(death)")
        #expect(made.count == 1 && record.version == 1, "\(death)")
        let pair = try #require(try await bench.database.first(FindByArtis(kind: kind, id: id)), "\(death)")
        #expect(pair.hubspotID == ID("\(number)") && pair.state == .synced && pair.isLatched, "\(death)")
        #expect(bench.hubspot.writes("\(kind.objectType)/\(number)") == 0, "\(death)")
    }
}
