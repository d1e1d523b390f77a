extension HubSpotState {
    /// `GET /crm/v3/owners/`: the archived ones only when asked for.
    func listOwners(_ call: Call) throws(HubSpotFault) -> Answer {
        let limit = call.query.integer("limit") ?? 100
        guard (1...500).contains(limit) else { throw .invalid("limit must be between 1 and 500") }
        let archived = call.query["archived"] == "true"
        let after = call.query.integer("after") ?? 0
        let mail = call.query["email"]?.lowercased()
        let rest = owners.sorted { $0.id < $1.id }.filter { owner in
            owner.archived == archived && owner.id > after && (mail == nil || owner.email.lowercased() == mail)
        }
        let page = rest.prefix(limit)
        var members: [String: JSON] = ["results": .array(page.map(\.json))]
        if rest.count > page.count, let last = page.last {
            members["paging"] = ["next": ["after": .string(String(last.id)), "link": .string("?after=\(last.id)")]]
        }
        return .json(.object(members))
    }

    /// `GET /crm/v3/owners/{id}`, by either id as `idProperty` says.
    func readOwner(_ id: String, _ call: Call) throws(HubSpotFault) -> Answer {
        let byUser = call.query["idProperty"] == "userId"
        let archived = call.query["archived"] == "true"
        let found = owners.first { String(byUser ? $0.userId : $0.id) == id && $0.archived == archived }
        guard let found else { throw .notFound() }
        return .json(found.json)
    }

    /// `GET /account-info/v3/details`
    func account() -> Answer {
        let offset = AccountDay.day(of: now / 1000, in: settings.timeZone).offset
        let sign = offset < 0 ? "-" : "+"
        let minutes = String(abs(offset) / 60 % 60)
        let hours = String(abs(offset) / 3600)
        let clock = (hours.count < 2 ? "0" : "") + hours + ":" + (minutes.count < 2 ? "0" : "") + minutes
        return .json([
            "portalId": .integer(Self.portalId), "timeZone": .string(settings.timeZone), "accountType": "STANDARD",
            "companyCurrency": "EUR", "additionalCurrencies": [], "utcOffset": .string(sign + clock),
            "utcOffsetMilliseconds": .integer(offset * 1000), "uiDomain": "app.hubspot.com",
            "dataHostingLocation": "eu1",
        ])
    }
}
