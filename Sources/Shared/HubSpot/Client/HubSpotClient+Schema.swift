public import Domain
import HTTP
import Runtime

/// How the account is set up: adds to it, and changes or takes away nothing that is there.
extension HubSpotClient {
    /// - Throws: `.refused` with 409 when the account has a property of this name.
    public func create(_ draft: HubSpotPropertyDraft, for call: HubSpotCall) async throws(HubSpotFailure) {
        _ = try await wire.post("/crm/v3/properties/\(draft.kind.objectType)", draft.json, .writes, for: call)
    }

    /// Adds options to a dropdown, behind those that it has; one that it has already is left as it is.
    public func addOptions(
        _ options: [HubSpotProperty.Option], to name: String, of kind: Kind, for call: HubSpotCall
    ) async throws(HubSpotFailure) {
        let path = "/crm/v3/properties/\(kind.objectType)/\(name.percentEncoded)"
        // HubSpot replaces the whole list: what is there goes back word for word.
        let present = try await wire.get(path, for: call)["options"]?.array ?? []
        let values = Set(present.compactMap { $0["value"]?.text })
        let added = options.filter { !values.contains($0.value) }.enumerated().map { place, option in
            option.json(at: present.count + place)
        }
        guard !added.isEmpty else { return }
        _ = try await wire.patch(path, ["options": .array(present + added)], for: call)
    }

    /// Adds a stage to a pipeline of deals.
    ///
    /// - Parameters:
    ///   - place: on the screen, from 0.
    ///   - probability: HubSpot's own, in percent; it means nothing to artis, but 0 and 100 close a deal.
    public func addStage(
        _ label: String, to pipeline: String, at place: Int, probability: Int, for call: HubSpotCall
    ) async throws(HubSpotFailure) {
        let body: JSON = [
            "label": .string(label), "displayOrder": .number(JSONNumber(Int64(place))),
            "metadata": ["probability": .string(Self.share(probability))],
        ]
        _ = try await wire.post("/crm/v3/pipelines/deals/\(pipeline.percentEncoded)/stages", body, .writes, for: call)
    }

    /// `0.4` of 40 per cent.
    private static func share(_ percent: Int) -> String {
        percent >= 100 ? "1.0" : "0.\(percent < 10 ? "0" : "")\(percent)"
    }

    /// What the private app may do; nil where HubSpot does not tell.
    public func scopes(for call: HubSpotCall) async throws(HubSpotFailure) -> Set<String>? {
        do throws(HubSpotFailure) {
            let path = "/oauth/v2/private-apps/get/access-token-info"
            let answer = try await wire.post(path, ["tokenKey": .string(wire.token.exposed)], .reads, for: call)
            return answer.json["scopes"]?.array.map { Set($0.compactMap(\.string)) }
        } catch .refused {
            return nil
        }
    }
}
