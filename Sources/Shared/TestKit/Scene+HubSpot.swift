public import HTTP

/// More of what people do in HubSpot, and what a judge reads there.
extension Scene {
    public typealias Link = (String, String, Bool)

    public func meeting(of links: [Link], title: String = "Visite du site") async throws -> String {
        try await create(
            "meetings",
            ["hs_timestamp": "2026-11-03T14:00:00Z", "hs_meeting_title": title, "hs_meeting_body": "<p>Devis remis</p>"],
            links: links)
    }

    public func email(of links: [Link], title: String = "Votre devis") async throws -> String {
        try await create(
            "emails",
            ["hs_timestamp": "2026-11-04T08:15:00Z", "hs_email_subject": title, "hs_email_html": "<p>Ci-joint</p>"],
            links: links)
    }

    public func dissociate(_ collection: String, _ id: String, from other: (String, String)) async throws {
        try await sandbox.hubspot(
            .post, "hubspot/\(collection)/\(id)/dissociate", ["type": .string(other.0), "id": .string(other.1)])
    }

    /// A record's properties as HubSpot holds them now.
    public func hubspot(_ collection: String, _ id: String) async throws -> [String: JSON] {
        let records = try await sandbox.hubspot(.get, "records/hubspot/\(collection)")["records"]?.array ?? []
        return records.first { $0["id"]?.text == id }?["properties"]?.object ?? [:]
    }

    /// The id of the owner with this mail, as HubSpot spells it.
    public func owner(_ mail: String) async throws -> String {
        let owners = try await sandbox.hubspot(.get, "records/hubspot/owners")["records"]?.array ?? []
        return owners.first { $0["email"]?.string == mail }?["id"]?.text ?? ""
    }

    /// Renames a stage of the pipeline used with artis.
    public func renameStage(_ id: String, to label: String) async throws {
        try await sandbox.api(.patch, "/crm/v3/pipelines/deals/\(pipeline)/stages/\(id)", ["label": .string(label)])
    }
}
