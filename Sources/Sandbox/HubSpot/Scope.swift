/// What the token of a private app may do, in HubSpot's words.
enum Scope {
    static let all =
        ["companies", "contacts", "deals"].flatMap { object in
            ["crm.objects", "crm.schemas"].flatMap { ["\($0).\(object).read", "\($0).\(object).write"] }
        } + ["crm.objects.owners.read", emailBodies]

    static let emailBodies = "sales-email-read"

    /// The scope that a call needs; nil when any token will do. Activities go by the scopes of contacts.
    static func needed(_ call: Call) -> String? {
        let path = HubSpotState.undated(call.segments)
        guard path.count > 2, path[0] == "crm" else { return nil }
        if path[2] == "owners" { return "crm.objects.owners.read" }
        guard path.count > 3, let type = ObjectType(path: path[3]) else { return nil }
        let object = type.isActivity ? ObjectType.contacts.rawValue : type.rawValue
        let isSchema = path[2] == "properties" || path[2] == "pipelines"
        let reads = call.method == "GET" || path.last == "search" || path.last == "read"
        return "crm.\(isSchema ? "schemas" : "objects").\(object).\(reads ? "read" : "write")"
    }
}

extension HubSpotState {
    /// The token's scopes, all but those that the settings take away.
    private var scopes: [String] {
        Scope.all.filter { scope in
            !settings.missingScopes.contains(scope) && (scope != Scope.emailBodies || settings.emailBodiesReadable)
        }
    }

    func checkScope(_ call: Call) throws(HubSpotFault) {
        guard let scope = Scope.needed(call), settings.missingScopes.contains(scope) else { return }
        throw HubSpotFault(
            status: 403, message: "The app lacks a scope that this call needs.", category: "MISSING_SCOPES",
            details: [
                ["message": "One of these scopes is required.", "context": ["requiredGranularScopes": [.string(scope)]]]
            ])
    }

    /// `POST /oauth/v2/private-apps/get/access-token-info` with `{tokenKey}`
    func tokenInfo(_ call: Call) throws(HubSpotFault) -> Answer {
        guard call.method == "POST", let token = try body(call)["tokenKey"]?.text, token == call.bearer else {
            throw .invalid("tokenKey is no access token of this account")
        }
        return .json([
            "userId": 9_100_001, "hubId": .integer(Self.portalId), "appId": .integer(Self.appId),
            "scopes": .strings(scopes),
        ])
    }
}
