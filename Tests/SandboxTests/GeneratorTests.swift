import Testing

@testable import Sandbox

@Suite("generator: a French company's data")
struct GeneratorTests {
    static let plan = Plan(seed: 7, companies: 60)

    /// R5 written again, apart from the generator: nil when the text is no valid SIRET.
    static func normalised(_ text: String) -> String? {
        let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{200B}", ".", "-", "\t"]
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { !blanks.contains($0) }))
        let digits = kept.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard digits.count == 14, kept.count == 14 else { return nil }
        if kept.hasPrefix("356000000"), kept != "35600000000048" {
            return digits.reduce(0, +).isMultiple(of: 5) ? kept : nil
        }
        return luhn(digits) && luhn(Array(digits.prefix(9))) ? kept : nil
    }

    static func luhn(_ digits: [Int]) -> Bool {
        var sum = 0
        for index in digits.indices {
            let fromRight = digits.count - 1 - index
            let doubled = fromRight % 2 == 1 ? digits[index] * 2 : digits[index]
            sum += doubled / 10 + doubled % 10
        }
        return sum % 10 == 0
    }

    @Test("the check used here knows good SIRETs from bad ones")
    func check() {
        #expect(Self.normalised("732 829 320 00074") == "73282932000074")
        #expect(Self.normalised("73282932000075") == nil && Self.normalised("35600000049837") != nil)
    }

    @Test("the same seed gives the same data, another seed other data")
    func deterministic() {
        #expect(Plan(seed: 7, companies: 60) == Self.plan)
        #expect(Plan(seed: 8, companies: 60) != Self.plan)
    }

    @Test("R5 every SIRET is valid and stands once, but for those that are wrong on purpose")
    func sirets() throws {
        let faulty: [Scenario: Bool] = [.siretCheckDigit: true, .siretThirteen: true, .siretNine: true]
        var seen: [String: Int] = [:]
        for record in Plan(seed: 3, companies: 500).records where record.type == .companies {
            guard let typed = record.properties["SIRET"] else {
                #expect(record.scenario == .siretMissing)
                continue
            }
            let siret = Self.normalised(typed)
            #expect((siret == nil) == (faulty[record.scenario] ?? false), "\(typed)")
            if let siret { seen[siret, default: 0] += record.scenario == .siretDuplicate ? 0 : 1 }
        }
        #expect(seen.values.allSatisfy { $0 <= 1 })
    }

    @Test("every deliberate fault stands at least once, whatever the seed", arguments: [1, 7, 99] as [UInt64])
    func everyScenario(seed: UInt64) {
        let records = Plan(seed: seed, companies: 30).records
        #expect(Set(records.map(\.scenario)) == Set(Scenario.allCases))
        let expected = Dictionary(grouping: records, by: \.scenario).mapValues { Set($0.map { $0.expected.reason }) }
        #expect(expected[.siretMissing] == ["SIRET_MISSING"] && expected[.siretCheckDigit] == ["SIRET_INVALID"])
        #expect(expected[.otherLifecycle] == ["LIFECYCLE_NOT_REACHED"] && expected[.boxOff] == ["SYNC_NOT_REQUESTED"])
        #expect(expected[.unknownStage] == ["STAGE_UNKNOWN"] && expected[.otherPipeline] == ["OTHER_PIPELINE"])
        #expect(expected[.unknownTitle] == ["CIVILITE_UNKNOWN"] && expected[.activityOfNone] == ["NO_COMPANY"])
    }

    @Test("several companies share one SIREN, and one name is long")
    func shapes() {
        let one = Self.plan.records.filter { $0.scenario == .oneSIREN }.compactMap { $0.properties["SIRET"]?.prefix(9) }
        #expect(one.count == 3 && Set(one).count == 1)
        let names = Self.plan.records.compactMap { $0.properties["name"] }
        #expect(names.contains { (150...255).contains($0.count) } && names.contains { $0.contains("é") })
    }

    @Test("the sizes asked for are met, and links point at what comes earlier", arguments: [30, 60, 500, 10_000])
    func sizes(companies: Int) {
        let records = Plan(seed: 1, companies: companies).records
        #expect(records.count { $0.type == .companies } == companies)
        #expect((3 * companies...6 * companies).contains(records.count - companies))
        for (place, record) in records.enumerated() where !record.links.allSatisfy({ $0.place < place }) {
            Issue.record("record \(place) points ahead")
        }
    }

    @Test("a dependant is synced only under a company that is (R10)")
    func gate() {
        let records = Self.plan.records
        for record in records where record.type != .companies && record.expected == .synced {
            guard let company = record.links.first(where: { records[$0.place].type == .companies }) else {
                #expect(record.scenario == .activityOfDeal)
                continue
            }
            #expect(records[company.place].expected == .synced && record.properties["synchro_artis"] != "false")
        }
    }

    @Test("artis is set up by the book, knows three companies and one contact beforehand, and tells what is expected")
    func filled() async throws {
        let hubspot = try HubSpotVendor(token: nil, folder: nil, settings: HubSpotSettings())
        let artis = try ArtisVendor(key: nil, folder: nil)
        await Generator(seed: 7, companies: 60).fill(hubspot: hubspot, artis: artis)
        let state = await artis.store.state
        #expect(state.parameters["HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"] == "opportunity")
        #expect(state.hasLabel("TELEVENDEUR_HUBSPOT", in: ArtisTableName.roles))
        #expect(Set(state.decisions.map(\.resultat)) == ["CALL", "MEETING", "EMAIL"])
        #expect(state.table(.tiers).order.count == 4 && state.table(.interlocuteurs).order.count == 1)
        #expect(state.expectations["entreprises"] == 60)
        let mails = Set(PlannedPerson.all.compactMap { $0.hubspotMail?.lowercased() })
        #expect(state.people.filter { mails.contains($0.mail) }.count == 7)
        let companies = try #require(state.expectations["fiches"]?["company"]?.members)
        let linked = companies.filter { $0.value["artis"] != nil }
        #expect(companies.count == 60 && linked.count == 3)
        for (id, expected) in linked {
            let call = Call(
                method: "GET", path: "/crm/v3/objects/companies/\(id)",
                segments: ["crm", "v3", "objects", "companies", id], query: Query("properties=SIRET"),
                headers: ["authorization": "Bearer x"], body: [], arrivedAt: SteadyClock.shared.now)
            let company = try #require(await hubspot.answer(call).json)
            let tiers = try #require(expected["artis"]?.text.flatMap { state.living(.tiers, $0) })
            #expect(company["properties"]?["SIRET"] == tiers.fields["siret"])
        }
    }
}

extension Answer {
    /// The body read as JSON.
    fileprivate var json: JSON? { try? JSONReader.read(body) }
}
