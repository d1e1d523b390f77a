/// HubSpot: under construction.
final class HubSpotVendor: Vendor {
    let name = VendorName.hubspot
    let bodyLimit = 16 << 20
    var isEmpty: Bool { true }

    init(token: String?, folder: String?, settings: HubSpotSettings) throws {}

    func answer(_ call: Call) async -> Answer { .json([:], status: 501) }
    func tooLarge(_ call: Call) -> Answer { .json([:], status: 413) }
    func control(_ call: Call) async -> Answer? { nil }
}

// What the generator plants; signatures that will stay.
extension HubSpotVendor {
    /// A record that exists before anyone looks; tells no webhook. The id is handed back.
    /// - Parameters:
    ///   - links: what it is associated with; `primary` counts for a company only.
    ///   - createdBy: a userId, stored as `hs_created_by_user_id`.
    ///   - at: creation time in ms; now when nil.
    @discardableResult
    func plant(
        _ type: ObjectType, _ properties: [String: String], links: [PlantedLink] = [], createdBy: Int? = nil,
        at: Int? = nil
    ) -> String { "" }

    /// A user and the owner made of it; the owner's id is handed back.
    @discardableResult
    func plantOwner(
        email: String, firstName: String, lastName: String, userId: Int, archived: Bool = false
    ) -> String { "" }

    /// A deal pipeline; its id is handed back, its stages' ids in order. Probabilities are HubSpot's own, 0 to 1.
    @discardableResult
    func plantPipeline(_ label: String, stages: [(label: String, probability: Double)]) -> (
        id: String, stages: [String]
    ) { ("", []) }

    /// A property as `POST /crm/v3/properties/{type}` would make it; one of the same name is replaced.
    func plantProperty(_ type: ObjectType, _ definition: JSON) {}
}

struct PlantedLink: Sendable {
    let type: ObjectType
    let id: String
    var primary = false
}
