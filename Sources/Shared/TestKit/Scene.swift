import FoundationEssentials
public import HTTP

/// The people of both systems, as a test plays them: what they type in HubSpot and in artis.net, and what a judge finds
/// there afterwards. For a sandbox that was started with `--fill account`.
public struct Scene: Sendable {
    public let sandbox: SandboxUnderTest
    /// The pipeline used with artis and its stages' ids by name.
    public let pipeline: String
    public let stages: [String: String]
    public let otherPipeline: String
    public let otherStage: String

    /// The value of the trigger parameter that the sandbox is furnished with.
    public static let trigger = "opportunity"

    public init(_ sandbox: SandboxUnderTest) async throws {
        self.sandbox = sandbox
        let pipelines = try await sandbox.hubspot(.get, "records/hubspot/pipelines")["records"]?.array ?? []
        let sales = pipelines.first { $0["label"]?.string == "Ventes" } ?? .null
        let other = pipelines.first { $0["label"]?.string == "Après-vente" } ?? .null
        pipeline = sales["id"]?.text ?? ""
        stages = Dictionary(
            (sales["stages"]?.array ?? []).map { ($0["label"]?.string ?? "", $0["id"]?.text ?? "") },
            uniquingKeysWith: { first, _ in first })
        otherPipeline = other["id"]?.text ?? ""
        otherStage = other["stages"]?[0]?["id"]?.text ?? ""
    }

    /// A record as somebody makes it in the browser; its id.
    /// - Parameter links: (collection, id, primary).
    public func create(
        _ collection: String, _ properties: [String: String], links: [(String, String, Bool)] = [], createdBy: Int? = nil
    ) async throws -> String {
        var body: [String: JSON] = [
            "properties": .object(properties.mapValues(JSON.string)),
            "associations": .array(links.map { ["type": .string($0.0), "id": .string($0.1), "primary": .bool($0.2)] }),
        ]
        if let createdBy { body["created_by"] = JSON(integerLiteral: Int64(createdBy)) }
        return try await sandbox.hubspot(.post, "hubspot/\(collection)", .object(body))["id"]?.text ?? ""
    }

    public func edit(_ collection: String, _ id: String, _ properties: [String: String]) async throws {
        try await sandbox.hubspot(
            .patch, "hubspot/\(collection)/\(id)", ["properties": .object(properties.mapValues(JSON.string))])
    }

    public func associate(_ collection: String, _ id: String, with other: (String, String, Bool)) async throws {
        try await sandbox.hubspot(
            .post, "hubspot/\(collection)/\(id)/associate",
            ["type": .string(other.0), "id": .string(other.1), "primary": .bool(other.2)])
    }

    public func company(
        siret: String?, stage: String = Scene.trigger, ticked: Bool = true, name: String = "Établissements Durand",
        _ more: [String: String] = [:]
    ) async throws -> String {
        var properties = ["name": name, "lifecyclestage": stage, "synchro_artis": ticked ? "true" : "false"]
        if let siret { properties["SIRET"] = siret }
        return try await create("companies", properties.merging(more) { _, own in own })
    }

    public func deal(
        of company: String?, stage: String = "Approche", ticked: Bool = true, title: String = "Remise à neuf",
        createdBy: Int? = nil, _ more: [String: String] = [:]
    ) async throws -> String {
        let properties = [
            "dealname": title, "pipeline": pipeline, "dealstage": stages[stage] ?? stage, "amount": "1200.5",
            "synchro_artis": ticked ? "true" : "false",
        ]
        return try await create(
            "deals", properties.merging(more) { _, own in own }, links: company.map { [("companies", $0, true)] } ?? [],
            createdBy: createdBy)
    }

    public func contact(
        of company: String?, mail: String?, ticked: Bool = true, name: String = "Lefèvre", _ more: [String: String] = [:]
    ) async throws -> String {
        var properties = ["lastname": name, "firstname": "Zoé", "synchro_artis": ticked ? "true" : "false"]
        if let mail { properties["email"] = mail }
        return try await create(
            "contacts", properties.merging(more) { _, own in own }, links: company.map { [("companies", $0, true)] } ?? [])
    }

    public func call(of links: [(String, String, Bool)], title: String = "Point téléphonique") async throws -> String {
        try await create(
            "calls", ["hs_timestamp": "2026-11-02T09:30:00Z", "hs_call_title": title, "hs_call_body": "<p>Rappeler</p>"],
            links: links)
    }

    /// What artis holds in a collection: tiers, affaires, interlocuteurs, actions.
    public func artis(_ collection: String) async throws -> [JSON] {
        try await sandbox.artis(.get, "artis/\(collection)")["elements"]?.array ?? []
    }

    /// Every write that artis carried out, in order.
    public func writes() async throws -> [JSON] {
        try await sandbox.artis(.get, "artis/ecritures")["elements"]?.array ?? []
    }
}
