/// One HubSpot record to be, before either system has given it an id. Others are named by their place in the plan.
struct PlannedRecord: Equatable, Sendable {
    struct Link: Equatable, Sendable {
        let place: Int
        var primary = false
    }

    struct Stage: Equatable, Sendable {
        let pipeline: Int
        let stage: Int
    }

    let type: ObjectType
    var properties: [String: String]
    /// Date properties, in minutes from now (negative: ago).
    var moments: [String: Int] = [:]
    var links: [Link] = []
    /// The person in `ingenieur_commercial` of a company, `hubspot_owner_id` of the others.
    var owner: Int?
    var stage: Stage?
    /// Who created it, among the people; nil for none.
    var creator: Int?
    /// Minutes since its creation.
    let age: Int
    var scenario = Scenario.ordinary
    var expected: Expected
    /// Of a pair that shares one SIRET: exactly one of both is synced, the other blocked `SIRET_DUPLICATE`.
    var rival: Int?
}
