public import Domain
import HTTP

extension HubSpotClient {
    /// Everybody, archived users too (R1).
    public func owners(for call: HubSpotCall) async throws(HubSpotFailure) -> [Owner] {
        var owners: [Owner] = []
        for archived in [false, true] {
            var after: String?
            repeat {
                var query = [("limit", "500"), ("archived", "\(archived)")]
                if let after { query.append(("after", after)) }
                let page = HubSpotAnswer(status: 200, json: try await wire.get("/crm/v3/owners/", query, for: call))
                owners += try page.list("results").compactMap { Owner($0, archived: archived) }
                let next = page.json["paging"]?["next"]?["after"]?.text
                guard next == nil || next != after else { throw .faulted(200, "a page of owners that leads to itself") }
                after = next
            } while after != nil
        }
        return owners
    }

    /// Those of deals, each with its stages in their order on the screen.
    public func pipelines(for call: HubSpotCall) async throws(HubSpotFailure) -> [SalesPipeline] {
        let answer = HubSpotAnswer(status: 200, json: try await wire.get("/crm/v3/pipelines/deals", for: call))
        return try answer.list("results").compactMap(SalesPipeline.init)
    }

    public func properties(of kind: Kind, for call: HubSpotCall) async throws(HubSpotFailure) -> [HubSpotProperty] {
        let path = "/crm/v3/properties/\(kind.objectType)"
        return try HubSpotAnswer(status: 200, json: try await wire.get(path, for: call)).list("results")
            .compactMap { HubSpotProperty($0) }
    }

    /// One property's definition; nil when the account has none of this name.
    public func property(
        _ kind: Kind, _ name: String, for call: HubSpotCall
    ) async throws(HubSpotFailure) -> HubSpotProperty? {
        let path = "/crm/v3/properties/\(kind.objectType)/\(name.percentEncoded)"
        do throws(HubSpotFailure) {
            let property = HubSpotProperty(try await wire.get(path, for: call))
            guard let property else { throw .faulted(200, "a property without a name") }
            return property
        } catch .refused(let refusal) where refusal.status == 404 {
            return nil
        }
    }

    /// The name of the account's time zone, one that `AccountZone` knows.
    public func accountZone(for call: HubSpotCall) async throws(HubSpotFailure) -> String {
        guard let name = try await wire.get(Self.account, for: call)["timeZone"]?.string else {
            throw .faulted(200, "the account's details lack \"timeZone\"")
        }
        guard AccountZone.isKnown(name) else {
            throw .faulted(200, "the account's time zone \"\(name)\" is not known here")
        }
        return name
    }

    /// Whether HubSpot answers, by a call that touches no record.
    public func isAlive(for call: HubSpotCall) async -> Bool {
        do throws(HubSpotFailure) {
            _ = try await wire.get(Self.account, for: call)
            return true
        } catch {
            if case .refused = error { return true }
            return false
        }
    }

    private static let account = "/account-info/v3/details"
}

extension Owner {
    /// - Returns: nil without an id or a mail: nobody could be recognised by it.
    fileprivate init?(_ json: JSON, archived: Bool) {
        guard let id = json["id"]?.text, let mail = json["email"]?.string else { return nil }
        let user = json["userId"]?.text ?? json["userIdIncludingInactive"]?.text
        self.init(id: ID(id), userID: user.map { ID($0) }, mail: mail, archived: json["archived"]?.bool ?? archived)
    }
}

extension SalesPipeline {
    /// - Returns: nil without an id.
    fileprivate init?(_ json: JSON) {
        guard let id = json["id"]?.text else { return nil }
        let stages = (json["stages"]?.array ?? []).filter { $0["archived"]?.bool != true }
            .sorted { ($0["displayOrder"]?.int ?? 0) < ($1["displayOrder"]?.int ?? 0) }
        self.init(
            id: id, label: json["label"]?.string ?? "",
            stages: stages.compactMap { stage in
                stage["id"]?.text.map { Stage(id: $0, label: stage["label"]?.string ?? "") }
            })
    }
}
