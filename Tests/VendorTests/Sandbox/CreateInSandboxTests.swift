import Domain
import HTTP
import HubSpot
import TestKit
import Testing

@Suite("Records made in the sandbox's HubSpot")
struct CreateInSandboxTests {
    private func creation(_ number: Int, of company: String, primary: Bool = true) -> HubSpotCreation {
        HubSpotCreation(
            trace: "t\(number)",
            properties: [
                "lastname": "Durand \(number)", "email": "d\(number)@example.fr",
                HubSpotName.reference: "interlocuteurs:I\(number)",
            ],
            associations: [
                .init(
                    to: ID(company), kind: .company,
                    typeID: HubSpotAssociation.typeID(from: .contact, to: .company, primary: primary) ?? 0)
            ])
    }

    @Test("A batch makes what it can, with its company, and says of each other record what is wrong with it")
    func batch() async throws {
        try await VendorsUnderTest.run(["companies_from_mail_domains": true]) { vendors in
            let company = try await vendors.scene.company(siret: nil)
            let holder = try await vendors.scene.contact(of: nil, mail: "d2@example.fr")
            var creations = (0..<4).map { creation($0, of: company) }
            creations[3].properties["civilite"] = "NOBODY"
            let outcomes = try await vendors.hubspot.create(.contact, creations, for: writes)
            #expect(outcomes.count == 4)
            #expect(outcomes["t2"]?.refusal?.status == 409)
            #expect(outcomes["t2"]?.refusal?.holder == ID(holder))
            #expect(outcomes["t3"]?.refusal?.property == "civilite")
            let made = try #require(outcomes["t1"]?.object)
            #expect(made.reference == "interlocuteurs:I1")
            let links = try await vendors.hubspot.associations(of: .contact, ids: [made.id], to: .company, for: reads)
            #expect(links[made.id]?.contains { $0.id == ID(company) } == true)
        }
    }

    @Test("R28 of two with one mail in one call the first is made, and the other is told of it", arguments: [false, true])
    func twins(_ refusesBatch: Bool) async throws {
        try await VendorsUnderTest.run(["conflict_refuses_batch": .bool(refusesBatch)]) { vendors in
            let company = try await vendors.scene.company(siret: nil)
            var creations = (0..<4).map { creation($0, of: company) }
            creations[2].properties["email"] = "D1@example.fr"
            let outcomes = try await vendors.hubspot.create(.contact, creations, for: writes)
            #expect(outcomes.count == 4)
            #expect(outcomes.values.compactMap(\.object).count == 3)
            #expect(outcomes["t2"]?.refusal?.holder == outcomes["t1"]?.object?.id)
        }
    }

    @Test("Invariant 8: what was made is found again by its reference, in any order, and only that")
    func reference() async throws {
        try await VendorsUnderTest.run(["batch_read_reversed": true]) { vendors in
            let company = try await vendors.scene.company(siret: nil)
            let made = try await vendors.hubspot.create(.contact, [creation(1, of: company), creation(2, of: company)], for: writes)
            let found = try await vendors.hubspot.read(
                .contact, by: HubSpotName.reference,
                values: ["interlocuteurs:I2", "interlocuteurs:I9", "interlocuteurs:I1", "interlocuteurs:I2"],
                properties: ["lastname"], for: reads)
            #expect(found.mapValues { $0.properties["lastname"] } == ["interlocuteurs:I1": "Durand 1", "interlocuteurs:I2": "Durand 2"])
            #expect(found["interlocuteurs:I1"]?.id == made["t1"]?.object?.id)
            // A second creation is refused, and the record stays the first one.
            let again = try await vendors.hubspot.create(.contact, [creation(1, of: company)], for: writes)
            #expect(again["t1"]?.refusal?.status == 409)
            let mails = try await vendors.hubspot.read(
                .contact, by: "email", values: ["D1@Example.FR", "nobody@example.fr", ""], properties: [], for: reads)
            #expect(mails.mapValues(\.id) == ["D1@Example.FR": try #require(made["t1"]?.object?.id)])
        }
    }

    @Test("A conflict that refuses the whole batch costs the others nothing", arguments: [3, 100])
    func whole(_ count: Int) async throws {
        try await VendorsUnderTest.run(["conflict_refuses_batch": true]) { vendors in
            let company = try await vendors.scene.company(siret: nil)
            _ = try await vendors.scene.contact(of: nil, mail: "d2@example.fr")
            let outcomes = try await vendors.hubspot.create(.contact, (0..<count).map { creation($0, of: company) }, for: writes)
            #expect(outcomes.count == count)
            #expect(outcomes.filter { $0.value.refusal != nil }.map(\.key) == ["t2"])
        }
    }

    @Test("Every association of ours has its type: records of all kinds are made with theirs")
    func associations() async throws {
        try await VendorsUnderTest.run { vendors in
            let company = try await vendors.scene.company(siret: nil)
            let deal = try await vendors.scene.deal(of: company)
            let contact = try await vendors.scene.contact(of: company, mail: nil)
            let ends: [(Kind, String)] = [(.company, company), (.contact, contact), (.deal, deal)]
            for kind in Kind.allCases {
                for (other, id) in ends {
                    guard let type = HubSpotAssociation.typeID(from: kind, to: other, primary: true) else { continue }
                    let properties = [
                        "dealname": "D", "pipeline": vendors.scene.pipeline,
                        "dealstage": vendors.scene.stages["Approche"] ?? "",
                    ]
                    let creation = HubSpotCreation(
                        trace: "a", properties: kind == .deal ? properties : kind == .contact ? ["lastname": "L"] : ["hs_timestamp": "2026-11-02T09:30:00Z"],
                        associations: [.init(to: ID(id), kind: other, typeID: type)])
                    let made = try #require(try await vendors.hubspot.create(kind, [creation], for: writes)["a"]?.object)
                    let links = try await vendors.hubspot.associations(of: kind, ids: [made.id], to: other, for: reads)
                    #expect(links[made.id]?.map(\.id) == [ID(id)], "\(kind) to \(other)")
                    #expect(links[made.id]?.first?.typeIDs.contains(type) == true)
                }
            }
        }
    }
}
