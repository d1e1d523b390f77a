import Domain
import Testing

@Suite struct SalesPipelineTests {
    static func pipeline(_ id: String, _ label: String, _ stages: [String] = SalesStage.allCases.map(\.rawValue))
        -> SalesPipeline
    {
        SalesPipeline(
            id: id, label: label, stages: stages.enumerated().map { .init(id: "\(id)\($0.offset)", label: $0.element) })
    }

    @Test(
        "R15 the six names and their progress",
        arguments: [
            ("Approche", 10), ("Négociation", 40), ("Conclusion", 70), ("Gagnée", 100), ("Perdue", 100),
            ("Annulée", 100),
        ])
    func progress(_ name: String, _ percent: Int) {
        #expect(SalesStage(rawValue: name)?.progress == percent)
        #expect(SalesStage(rawValue: name)?.isClosed == (percent == 100))
    }

    @Test("R15 composed and decomposed accents are one name; case, blanks and missing accents are not")
    func exact() {
        #expect(SalesStage(rawValue: "Ne\u{301}gociation") == .negotiation)
        for wrong in ["négociation", "Negociation", " Négociation", "Négociation ", "Négociation\u{A0}", "", "Won"] {
            #expect(SalesStage(rawValue: wrong) == nil)
        }
    }

    @Test("R15 a deal's stage is known by its name in the pipeline")
    func stages() {
        let sales = Self.pipeline("p", "Ventes", ["Approche", "Gagne\u{301}e", "Devis"])
        #expect(sales.salesStage("p0") == .approach && sales.salesStage("p1") == .won)
        #expect(sales.salesStage("p2") == nil && sales.salesStage("x") == nil)
        #expect(sales.stageID(.won) == "p1" && sales.stageID(.lost) == nil)
        #expect(sales.missingStages == [.negotiation, .conclusion, .lost, .cancelled])
    }

    @Test("R15 renaming a stage changes no affaire: a deal that has not moved keeps the name last synced")
    func renamed() {
        let renamed = Self.pipeline("p", "Ventes", ["Négociation", "Approche", "Devis"])
        let last: Values = [.stageID: "p0", .stage: "Approche"]
        #expect(renamed.stageName("p0", last: last) == "Approche")
        #expect(renamed.stageName("p0", last: nil) == "Négociation")
        #expect(renamed.stageName("p1", last: last) == "Approche")
        #expect(renamed.stageName("p2", last: last) == nil)
        #expect(renamed.stageName("p2", last: [.stageID: "p2", .stage: "Perdue"]) == "Perdue")
    }

    @Test("R16 the setting names the pipeline by id or label; unset, the only one with all six stages")
    func choice() {
        let sales = Self.pipeline("p", "Ventes")
        let service = Self.pipeline("q", "Service", ["Approche"])
        let twin = Self.pipeline("r", "Ventes")
        let choose = PipelineChoice.choose
        #expect(choose(nil, [sales, service]) == .one(sales))
        #expect(choose("", [service, sales]) == .one(sales))
        #expect(choose(nil, [service]) == .none)
        #expect(choose(nil, [sales, twin]) == .several([sales, twin]))
        #expect(choose("q", [sales, service]) == .one(service))
        #expect(choose("Service", [sales, service]) == .one(service))
        #expect(choose("service", [sales, service]) == .none)
        #expect(choose("Ventes", [sales, twin]) == .several([sales, twin]))
        #expect(choose("r", [sales, twin]) == .one(twin))
    }

    @Test("R16 a deal of another pipeline is told from one of an unknown pipeline")
    func verdict() {
        let sales = Self.pipeline("p", "Ventes")
        let other = Self.pipeline("r", "Export")
        #expect(PipelineChoice.one(sales).verdict(pipeline: "p") == .used)
        #expect(PipelineChoice.one(sales).verdict(pipeline: "q") == .other)
        #expect(PipelineChoice.one(sales).verdict(pipeline: nil) == .other)
        #expect(PipelineChoice.none.verdict(pipeline: "p") == .unknown(detail: ""))
        #expect(PipelineChoice.several([sales, other]).verdict(pipeline: "p") == .unknown(detail: "Ventes, Export"))
    }
}
