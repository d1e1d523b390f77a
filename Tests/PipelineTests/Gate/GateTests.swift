import Artis
import Database
import Domain
import HTTP
import HubSpot
import Testing

@testable import Pipeline

@Suite("R13 the gate, on the path of a batch")
struct GateTests {
    /// A ticked contact of company 1.
    private func contact(_ bench: Bench, box: String = "true") async throws -> PairID {
        bench.hubspot.put("contacts/5", ["firstname": "Zoé", "lastname": "Lefèvre", "synchro_artis": box])
        bench.hubspot.associate("contacts/5", "companies", ["1"])
        let pair = try await bench.plant(.contact, "5")
        try await bench.carryHints()
        return pair
    }

    private func walk(_ bench: Bench, _ pair: PairID) async throws {
        let post = Post(logger: bench.workshop.logger)
        await bench.path(post, DependantSurvey(PlainContacts())).walk(try await post.deliver([pair]))
        #expect(post.answers() == [.acknowledged: [1]])
    }

    @Test("R10 a contact whose box is off costs the read that tells so, and no further call")
    func unticked() async throws {
        try await Bench.with { bench in
            let pair = try await contact(bench, box: "false")
            let before = bench.hubspot.calls.count
            try await walk(bench, pair)
            let seen = try await bench.see(pair)
            #expect(seen.state == .notEligible && seen.reason == .syncNotRequested)
            #expect(bench.hubspot.calls.count == before + 1)
        }
    }

    @Test("R2 what is said of a creator, who is written once, stays said at later looks")
    func creator() async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen()
            bench.hubspot.put("contacts/5", ["firstname": "Zoé", "lastname": "Lefèvre", "synchro_artis": "true"])
            bench.hubspot.associate("contacts/5", "companies", ["5"])
            let warning = Warning(.creatorUnknown, detail: "userId 7")
            let pair = try await bench.leased(.contact, "5", latched: true) {
                $0.artisID = ID("IN1")
                $0.warnings = [warning, Warning(.personUnmatched, detail: "commercial")]
            }
            let survey = try await DependantSurvey(PlainContacts()).survey([pair], lane: .live, in: bench.workshop)
            #expect(survey.candidates.map(\.pair.warnings) == [[warning]])
        }
    }

    @Test("Invariant 2: a contact that parks on a company nobody has looked at makes it known and queues it; artis is not called")
    func unknownCompany() async throws {
        try await Bench.with { bench in
            let pair = try await contact(bench)
            let before = bench.artis.calls.count
            try await walk(bench, pair)
            let seen = try await bench.see(pair)
            #expect(seen.state == .waiting && seen.reason == .companyNotSynced)
            let company = try await bench.see(try #require(seen.companyID))
            #expect(company.kind == .company && company.hubspotID == ID("1"))
            #expect(try await bench.hints(of: company.id).count == 1)
            #expect(bench.artis.calls.count == before)
        }
    }

    @Test("R13 a contact of an open company is created under its tiers")
    func openCompany() async throws {
        try await Bench.with { bench in
            _ = try await bench.plant(.company, "1", latched: true) { $0.artisID = ID("T1") }
            let pair = try await contact(bench)
            try await walk(bench, pair)
            let seen = try await bench.see(pair)
            #expect(seen.state == .synced && seen.isLatched)
            let record = try #require(bench.artis.records("interlocuteurs").values.first)
            #expect(record.fields["tiers"] == "T1")
            #expect(record.reference == "contacts:5")
        }
    }

    @Test("R26 a contact that HubSpot does not have any more stops, and is not created")
    func deleted() async throws {
        try await Bench.with { bench in
            let pair = try await bench.plant(.contact, "404")
            try await walk(bench, pair)
            #expect(try await bench.see(pair).reason == .deletedInHubSpot)
            #expect(bench.artis.operations.isEmpty)
        }
    }
}

/// Contacts as plainly as can be: a box, and no more.
private struct PlainContacts: DependantTrade {
    var role: WorkerRole { .contact }
    var batchSize: Int { 100 }

    func reading(
        _ pair: Pair, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice
    ) -> DependantReading {
        let values = object.values(.contact, reference: reference, last: pair.snapshot?.hubspot, pipeline: nil)
        return DependantReading(kind: .contact, object: object, values: values, box: object.isTicked ? .ticked : .off)
    }

    func birth(
        _ record: ArtisObject, kind: Kind, reference: ReferenceData, pipeline: PipelineChoice
    ) -> BirthReading {
        BirthReading(kind: kind)
    }

    func creation(_ reading: DependantReading, company: CompanyRow, reference: ReferenceData) -> DependantCreation {
        DependantCreation()
    }
}
