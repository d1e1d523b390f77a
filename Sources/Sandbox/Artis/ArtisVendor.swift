/// artis.net as its port shows it: checks the key, finds the path, answers. Rules live in `ArtisState`.
struct ArtisVendor: Vendor {
    let store: ArtisStore
    /// What callers must send as bearer; nil lets any bearer in.
    let apiKey: String?

    /// True when nothing was kept from an earlier life.
    let isEmpty: Bool

    var name: VendorName { .artis }
    var bodyLimit: Int { 4 << 20 }

    /// - Parameter folder: where the state is kept over a restart; nil keeps none.
    init(key: String?, folder: String?) throws(LedgerFault) {
        apiKey = key
        guard let folder else {
            store = ArtisStore()
            isEmpty = true
            return
        }
        let (ledger, content) = try Ledger.open(folder: folder, name: "artis")
        store = ArtisStore(replaying: ArtisEntry.all(in: content), keep: { ledger.put($0.map(\.kept)) })
        isEmpty = content.isEmpty
    }

    func answer(_ call: Call) async -> Answer {
        await Self.answering { () async throws(ArtisRefusal) in
            guard let bearer = call.bearer, !bearer.isEmpty, apiKey == nil || bearer == apiKey else {
                throw ArtisRefusal(.unauthorised, "Authorization: Bearer <clé> attendu")
            }
            return try await route(call)
        }
    }

    func tooLarge(_ call: Call) -> Answer {
        Self.refuse(ArtisRefusal(.tooLarge, "Corps de plus de \(bodyLimit) octets"))
    }

    private func route(_ call: Call) async throws(ArtisRefusal) -> Answer {
        let parts = call.segments
        guard parts.count >= 2, parts[0] == "v1" else { throw Self.noSuchPath(call) }
        switch (call.method, parts[1], parts.count) {
        case ("GET", "parametres", 3): return try await parameter(parts[2])
        case ("GET", "tables-de-libelles", 3): return try await labels(parts[2])
        case ("GET", "tables-de-decision", 3): return try await decisions(parts[2])
        case ("GET", "collaborateurs", 2): return try await people(call)
        case ("GET", "changements", 2): return try await changes(call)
        default: break
        }
        guard let collection = ArtisCollection(rawValue: parts[1]) else { throw Self.noSuchPath(call) }
        switch (call.method, parts.dropFirst(2).first, parts.count) {
        case ("GET", nil, 2): return .json(try await store.state.list(collection, suite: call.query["suite"]))
        case ("POST", "lecture", 3): return try await read(call, in: collection)
        case ("POST", "lots", 3): return try await run(call, in: collection)
        default: throw Self.noSuchPath(call)
        }
    }
}

extension ArtisVendor {
    /// Turns a refusal into the answer that tells it.
    static func answering(_ body: () async throws(ArtisRefusal) -> Answer) async -> Answer {
        do throws(ArtisRefusal) {
            return try await body()
        } catch {
            return refuse(error)
        }
    }

    static func refuse(_ refusal: ArtisRefusal) -> Answer { .json(refusal.json, status: refusal.code.status) }

    static func noSuchPath(_ call: Call) -> ArtisRefusal {
        ArtisRefusal(.unknown, "Rien ne répond à \(call.method) \(call.path)")
    }

    /// The members of a body that must be a JSON object.
    static func body(_ call: Call) throws(ArtisRefusal) -> [String: JSON] {
        guard let members = call.json?.members else { throw ArtisRefusal(.badRequest, "Un objet JSON est attendu") }
        return members
    }
}
