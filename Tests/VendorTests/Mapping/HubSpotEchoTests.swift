import Domain
import HubSpot
import Testing

@Suite("R25 What an event tells of a property")
struct HubSpotEchoTests {
    static let reference = Fixture.reference()

    private func echo(
        _ kind: Kind, _ property: String, _ value: String, pipeline: SalesPipeline? = Fixture.pipeline
    ) -> (field: Field, value: String?)? {
        HubSpotMapping.echo(kind: kind, property: property, value: value, reference: Self.reference, pipeline: pipeline)
    }

    @Test("Every property that we write comes back as the value that a snapshot holds", arguments: HubSpotMappingTests.fields)
    func written(_ kind: Kind, _ field: Field) throws {
        let value = try #require(Fixture.values[field])
        let written = HubSpotMapping.write([field: value], kind: kind, reference: Self.reference, pipeline: Fixture.pipeline)
        #expect(!written.properties.isEmpty)
        for (property, text) in written.properties where !isForPeople(property) {
            let told = try #require(echo(kind, property, text))
            #expect(told.field == field && told.value == value)
        }
    }

    @Test("A field that was cleared is empty; a SIRET or a stage cannot be", arguments: HubSpotMappingTests.fields)
    func cleared(_ kind: Kind, _ field: Field) {
        let written = HubSpotMapping.write([field: nil], kind: kind, reference: Self.reference, pipeline: Fixture.pipeline)
        for property in written.properties.keys where !isForPeople(property) {
            let told = echo(kind, property, "")
            if field == .siret {
                #expect(told == nil)
            } else {
                #expect(told?.field == field && told?.value == nil)
            }
        }
        #expect(echo(.deal, "dealstage", "") == nil)
    }

    /// A meeting's start follows its date, and is never read: told back, it is no field's news.
    private func isForPeople(_ property: String) -> Bool {
        property == "hs_meeting_start_time" && echo(.meeting, property, "2026-11-25T07:00:30Z") == nil
    }

    static let spellings: [(Kind, String, String, Field, String?)] = [
        (.company, "SIRET", "732 829 320 00074", .siret, "73282932000074"),
        (.company, "name", " ACME ", .name, "ACME"), (.deal, "amount", "12.5", .amount, "12.50"),
        (.deal, "closedate", "1764113400000", .closeDay, "2025-11-26"), (.deal, "dealstage", "s1", .stage, "Négociation"),
        (.contact, "email", "Elise@Example.FR", .email, "elise@example.fr"),
        (.email, "hs_email_html", "<p>a</p><p>b</p>", .body, "a\nb"), (.email, "hs_email_text", "1 < 2 <b>", .body, "1 < 2 <b>"),
        (.call, "hs_timestamp", "1764057600123", .date, "2025-11-25T08:00:00Z"),
        (.call, "hubspot_owner_id", "11", .person, "anne@example.fr"),
    ]

    @Test("Another spelling is the same value", arguments: spellings)
    func spelling(_ kind: Kind, _ property: String, _ text: String, _ field: Field, _ value: String?) {
        let told = echo(kind, property, text)
        #expect(told?.field == field && told?.value == value)
    }

    static let untold: [(Kind, String, String)] = [
        (.company, "SIRET", "732829320"), (.company, "siret", "73282932000074"), (.company, "ingenieur_commercial", "12"),
        (.company, "ingenieur_commercial", "99"), (.company, "dealname", "D"), (.company, "lifecyclestage", "customer"),
        (.company, "synchro_artis", "true"), (.deal, "dealstage", "s9"), (.deal, "amount", "lots"),
        (.deal, "closedate", "soon"), (.deal, "pipeline", "default"), (.call, "hs_timestamp", "noon"),
        (.call, "hs_meeting_title", "T"), (.call, "hs_call_status", "COMPLETED"), (.contact, "passerelle_ref", "x"),
    ]

    @Test("What is no field of ours, and what cannot be carried, is left to whoever reads the record", arguments: untold)
    func unknown(_ kind: Kind, _ property: String, _ text: String) {
        #expect(echo(kind, property, text) == nil)
    }

    @Test("Without the pipeline nothing is said of a stage")
    func pipeline() {
        #expect(echo(.deal, "dealstage", "s1", pipeline: nil) == nil)
    }

    static let reads: [(Kind, String, Bool)] = [
        (.company, "SIRET", true), (.company, "lifecyclestage", true), (.company, "synchro_artis", true),
        (.deal, "pipeline", true), (.call, "passerelle_ref", true), (.email, "hs_email_text", true),
        (.call, "hs_call_status", false), (.meeting, "hs_meeting_start_time", false), (.company, "siret", false),
        (.contact, "hs_lead_status", false),
    ]

    @Test("Which properties are ever read", arguments: reads)
    func read(_ kind: Kind, _ property: String, _ isRead: Bool) {
        #expect(HubSpotMapping.isRead(property, kind: kind, siretProperty: "SIRET") == isRead)
    }
}
