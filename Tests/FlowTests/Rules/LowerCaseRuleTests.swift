import Domain
import HTTP
import TestKit
import Testing

/// An account that holds the SIRET under its lower-case name, as HubSpot may insist.
@Suite(.office(prepare: LowerCase.rename), .judged) struct LowerCaseRuleTests {
    @Test("R4 the property's name is found whatever its case, and used to read and to write")
    func lowerCase() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let siret = Fresh.siret
        let company = try await scene.company(siret: nil, ["siret": siret])
        let missing = try await scene.company(siret: nil)
        try await office.fleet.settled()
        #expect(try await office.fields(.company, company)?["siret"]?.string == siret)
        try await office.expect(.company, missing, .blocked, .siretMissing)
        // R24: a SIRET that artis changed since goes back under that name.
        let later = Fresh.siret
        try await scene.change("tiers", try await office.artisID(.company, company), ["siret": .string(later)])
        try await scene.edit("companies", company, ["city": "Rennes"])
        try await office.fleet.settled()
        #expect(try await scene.hubspot("companies", company)["siret"]?.text == later)
        #expect(try await office.fields(.company, company)?["ville"] == "Rennes")
    }
}

/// What an administrator of such an account has done.
enum LowerCase {
    @Sendable static func rename(_ sandbox: SandboxUnderTest) async throws {
        try await sandbox.api(.delete, "/crm/v3/properties/companies/SIRET")
        try await sandbox.api(
            .post, "/crm/v3/properties/companies",
            ["name": "siret", "label": "SIRET", "type": "string", "fieldType": "text", "groupName": "companyinformation"])
        try await sandbox.hubspot(.patch, "hubspot/settings", ["upper_case_refused": true])
    }
}
