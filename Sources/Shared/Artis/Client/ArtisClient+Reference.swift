public import Domain
import HTTP

extension ArtisClient {
    /// A parameter's text; nil when artis has no such parameter.
    public func parameter(_ code: String) async throws(ArtisFailure) -> String? {
        do throws(ArtisFailure) {
            return try await wire.get("/v1/parametres/\(code.percentEncoded)").json["valeur"]?.text
        } catch .refused(let error) where error.status == 404 {
            return nil
        }
    }

    public func labels(_ table: ArtisLabelTable) async throws(ArtisFailure) -> LabelTable {
        let answer = try await wire.get("/v1/tables-de-libelles/\(table.rawValue)")
        return LabelTable(
            try answer.list("libelles").map { (json) throws(ArtisFailure) in
                guard let code = json["code"]?.text, let position = json["position"]?.int else {
                    throw .faulted(answer.status, "a label without \"code\" and \"position\"")
                }
                return LabelTable.Row(
                    position: position, code: code, label: json["libelle"]?.string ?? "",
                    active: json["actif"]?.bool ?? true)
            })
    }

    /// `TD_HubspotAction` (R20).
    public func actionTable() async throws(ArtisFailure) -> ActionTable {
        let answer = try await wire.get("/v1/tables-de-decision/TD_HubspotAction")
        return ActionTable(
            try answer.list("lignes").map { (json) throws(ArtisFailure) in
                guard let position = json["position"]?.int, let domain = json["domaine"]?.text,
                    let type = json["type"]?.text, let motive = json["motif"]?.text,
                    let result = json["resultat"]?.string
                else { throw .faulted(answer.status, "a row that lacks a column") }
                return ActionRow(
                    position: position, action: ActionTriple(domain: domain, type: type, motive: motive), result: result
                )
            })
    }

    /// All collaborateurs, inactive ones too (R1). Who has no mail has an empty one: nobody is recognised by it.
    public func people() async throws(ArtisFailure) -> [ArtisPerson] {
        var people: [ArtisPerson] = []
        var after: String?
        repeat {
            let answer = try await wire.get("/v1/collaborateurs", after.map { [("suite", $0)] } ?? [])
            people += try answer.list("elements").compactMap(ArtisPerson.init)
            let next = answer.json["suite"]?.text
            guard next == nil || next != after else { throw .faulted(answer.status, "a page that leads to itself") }
            after = next
        } while after != nil
        return people
    }

    /// Whether artis answers, by a call that touches no record.
    public func isAlive() async -> Bool {
        do throws(ArtisFailure) {
            _ = try await wire.get("/v1/parametres/HUBSPOT_DELAI_APPELS")
            return true
        } catch {
            if case .refused = error { return true }
            return false
        }
    }
}

extension ArtisPerson {
    /// - Returns: nil without an id.
    fileprivate init?(_ json: JSON) {
        guard let id = json["id"]?.text else { return nil }
        self.init(
            id: ID(id), mail: json["mail"]?.string ?? "", active: json["actif"]?.bool ?? true,
            commercial: json["commercial"]?.bool ?? false)
    }
}
