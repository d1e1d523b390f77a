extension HubSpotSettings {
    private static let flags: [(name: String, path: any WritableKeyPath<HubSpotSettings, Bool> & Sendable)] = [
        ("upper_case_refused", \.upperCaseRefused), ("activities_refuse_unique", \.activitiesRefuseUnique),
        ("conflict_refuses_batch", \.conflictRefusesBatch), ("merge_makes_new_id", \.mergeMakesNewId),
        ("numeric_link_ids", \.numericLinkIds), ("first_company_is_primary", \.firstCompanyIsPrimary),
        ("close_date_on_close", \.closeDateOnClose), ("deals_move_lifecycle", \.dealsMoveLifecycle),
        ("companies_from_mail_domains", \.companiesFromMailDomains), ("email_bodies_readable", \.emailBodiesReadable),
        ("batch_read_reversed", \.batchReadReversed),
    ]

    private static let numbers: [(name: String, path: any WritableKeyPath<HubSpotSettings, Int> & Sendable)] = [
        ("ten_second_limit", \.tenSecondLimit), ("search_limit", \.searchLimit), ("daily_limit", \.dailyLimit),
        ("search_lag_ms", \.searchLag),
    ]

    /// Changes the settings that the object names; a name that is none is told.
    mutating func apply(_ json: JSON) throws(ControlFault) {
        for (name, value) in json.members ?? [:] {
            if let flag = Self.flags.first(where: { $0.name == name }) {
                guard let value = value.flag else { throw .field(name, "true or false") }
                self[keyPath: flag.path] = value
            } else if let number = Self.numbers.first(where: { $0.name == name }) {
                guard let value = value.integer, value >= 0 else { throw .field(name, "a whole number ≥ 0") }
                self[keyPath: number.path] = value
            } else if name == "time_zone", let zone = value.text {
                timeZone = zone
            } else if name == "missing_scopes" {
                let scopes = (value.items ?? []).compactMap(\.text)
                guard value.items != nil, Set(scopes).isSubset(of: Scope.all) else {
                    throw .field(name, "a list of \(Scope.all.joined(separator: ", "))")
                }
                missingScopes = Set(scopes)
            } else {
                let known = (Self.flags.map(\.name) + Self.numbers.map(\.name) + ["time_zone", "missing_scopes"]).joined(separator: ", ")
                throw .field(name, "one of \(known)")
            }
        }
    }

    var json: JSON {
        var members: [String: JSON] = [
            "time_zone": .string(timeZone), "missing_scopes": .strings(missingScopes.sorted()),
        ]
        for (name, path) in Self.flags { members[name] = .bool(self[keyPath: path]) }
        for (name, path) in Self.numbers { members[name] = .integer(self[keyPath: path]) }
        return .object(members)
    }
}

extension WebhookSettings {
    mutating func apply(_ json: JSON) throws(ControlFault) {
        if let value = json["url"] { url = value.text }
        if let value = json["public_url"] { publicURL = value.text }
        if let value = json["secret"]?.text { secret = value }
        if let value = json["enabled"]?.flag { enabled = value }
        if let value = json["shuffle"]?.flag { shuffle = value }
        if let value = json["duplicates"]?.integer { duplicates = max(1, value) }
        if let value = json["attempts"]?.integer { attempts = max(1, value) }
        if let value = json["retry_delay_ms"]?.integer { retryDelay = max(0, value) }
        if let value = json["batch_delay_ms"]?.integer { batchDelay = max(0, value) }
        if let url, LoopbackURL(url) == nil { throw .field("url", "http://HOST:PORT/PATH") }
    }

    /// The secret stays inside.
    var json: JSON {
        [
            "url": .optional(url), "public_url": .optional(publicURL), "enabled": .bool(enabled),
            "shuffle": .bool(shuffle), "duplicates": .integer(duplicates), "attempts": .integer(attempts),
            "retry_delay_ms": .integer(retryDelay), "batch_delay_ms": .integer(batchDelay),
        ]
    }
}
