import HTTP
import TestKit

extension SandboxUnderTest {
    /// HubSpot's account refuses unique values for activities: `passerelle_ref` is a plain property there.
    func refuseUniqueActivities() async throws {
        try await hubspot(.patch, "hubspot/settings", ["activities_refuse_unique": true])
        for type in ["calls", "meetings", "emails"] {
            try await api(.delete, "/crm/v3/properties/\(type)/passerelle_ref")
            try await api(
                .post, "/crm/v3/properties/\(type)/groups", ["name": "passerelle", "label": "Passerelle"])
            try await api(
                .post, "/crm/v3/properties/\(type)",
                [
                    "name": "passerelle_ref", "label": "Référence Passerelle", "type": "string", "fieldType": "text",
                    "groupName": "passerelle",
                ])
        }
    }
}
