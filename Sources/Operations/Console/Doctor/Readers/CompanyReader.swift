import Database
import Domain
import HubSpot
import Runtime

/// Looks through the account's companies, as far as ten calls go.
struct CompanyReader: Sendable {
    let hubspot: HubSpotClient
    let database: Database
    let patience: Patience
    let now: @Sendable () -> Instant

    private static let pages = 10
    /// HubSpot's word for what it makes of a contact's mail domain.
    private static let madeByDomain = "AUTO_ASSOCIATE_BY_DOMAIN"

    /// - Parameter hasBox: the account has `synchro_artis`.
    func sirets(_ property: String, hasBox: Bool) async throws(HubSpotFailure) -> SIRETFacts {
        var (filled, read, invalid) = (0, 0, [String]())
        var holders: [String: [String]] = [:]
        var query = HubSpotSearch(
            groups: [[HubSpotFilter(property, .hasProperty)]], sort: "hs_object_id", properties: [property])
        for _ in 0..<Self.pages {
            let page = try await search(query)
            filled = page.total
            read += page.objects.count
            for company in page.objects {
                switch SIRET.parse(company.properties[property] ?? "") {
                case .success(let siret): holders[siret.digits, default: []].append(company.id.rawValue)
                case .failure(.missing): break
                case .failure: invalid.append(company.id.rawValue)
                }
            }
            guard let after = page.after else { break }
            query.after = after
        }
        let shared = holders.values.filter { $0.count > 1 }.sorted { ($0.first ?? "") < ($1.first ?? "") }
        return SIRETFacts(
            filled: filled, read: read, invalid: invalid, shared: shared, sharedInAll: await sharedInAll(),
            missing: hasBox ? try await missing(property) : 0)
    }

    private func missing(_ property: String) async throws(HubSpotFailure) -> Int {
        let group = [HubSpotFilter(HubSpotName.box, .eq, "true"), HubSpotFilter(property, .notHasProperty)]
        return try await search(HubSpotSearch(groups: [group], limit: 1)).total
    }

    /// Companies that HubSpot made by itself within a week: older ones say nothing of how the account is set now.
    func automatic() async throws(HubSpotFailure) -> Int {
        let since = now() - .seconds(7 * 86_400)
        let group = [
            HubSpotFilter("hs_object_source", .eq, Self.madeByDomain),
            HubSpotFilter("createdate", .gte, "\(since.milliseconds)"),
        ]
        return try await search(HubSpotSearch(groups: [group], limit: 1)).total
    }

    private func search(_ query: HubSpotSearch) async throws(HubSpotFailure) -> HubSpotPage {
        try await patience.call { () async throws(HubSpotFailure) in
            try await hubspot.search(.company, query, for: HubSpotReader.call)
        }
    }

    /// nil before the fleet has seen every company, or on a schema of another program.
    private func sharedInAll() async -> Int? {
        do throws(DatabaseError) { return try await database.first(CountDuplicateSIRETs()).map { Int($0) } } catch { return nil }
    }
}
