/// The pages on which a person changes HubSpot's records by hand, rendered whole; no script.
enum HubSpotPage {
    static func list(_ type: ObjectType, in state: HubSpotState) -> String {
        let names = StandardProperties.shown(type).isEmpty ? [StandardProperties.own(title: type)] : StandardProperties.shown(type)
        let rows = state[type].order.suffix(200).reversed().compactMap { state[type].records[$0] }.map { record in
            let cells = names.map { "<td>\(HTML.escape(record.properties[$0] ?? ""))</td>" }.joined()
            return """
                <tr\(record.isArchived ? " class=archive" : "")><td><a href="/sandbox/hubspot/form/\(type.rawValue)/\
                \(record.id)">\(record.id)</a></td>\(cells)<td>\(Moment.iso(record.updatedAt))</td></tr>
                """
        }
        let heads = names.map { "<th>\($0)</th>" }.joined()
        return frame(
            """
            <p><a href="/sandbox/hubspot/form/\(type.rawValue)">Créer</a> · \(state[type].order.count) fiches, les 200 \
            dernières ci-dessous</p><table><tr><th>id</th>\(heads)<th>modifiée le</th></tr>\(rows.joined(separator: "\n"))</table>
            """)
    }

    static func record(_ record: Record?, _ type: ObjectType, in state: HubSpotState, message: String = "") -> String {
        let inputs = (state.definitions[type] ?? [:]).values.filter { !$0.isReadOnly }.sorted { $0.name < $1.name }.map {
            "<label>\(HTML.escape($0.name)) \(input($0, record?.properties[$0.name] ?? ""))</label>"
        }
        let links = record.map { record in
            ObjectType.allCases.flatMap { to in
                state.liveLinks(record, to).map { "<a href=\"/sandbox/hubspot/form/\(to.rawValue)/\($0.id)\">\(to.singular) \($0.id)</a>" }
            }
        }
        let buttons =
            switch record {
            case nil: "<button name=geste value=save>Créer</button>"
            case .some(let record) where record.isArchived: "<button name=geste value=restore>Restaurer</button>"
            case .some: "<button name=geste value=save>Enregistrer</button> <button name=geste value=archive>Supprimer</button>"
            }
        return frame(
            """
            <h2>\(type.singular) \(record.map { String($0.id) } ?? "(nouvelle fiche)")</h2><p class=refus>\(HTML.escape(message))</p>
            <p>\(links?.joined(separator: " · ") ?? "")</p>
            <form method="post">\(inputs.joined(separator: "\n"))<p>\(buttons)</p></form>
            """)
    }

    private static func input(_ definition: PropertyDefinition, _ value: String) -> String {
        let name = HTML.escape(definition.name)
        guard !definition.options.isEmpty else { return "<input name=\"\(name)\" value=\"\(HTML.escape(value))\">" }
        let options = ([""] + definition.options.map(\.value)).map {
            "<option\($0 == value ? " selected" : "")>\(HTML.escape($0))</option>"
        }
        return "<select name=\"\(name)\">\(options.joined())</select>"
    }

    private static func frame(_ body: String) -> String {
        let links = ObjectType.allCases.map { "<a href=\"/sandbox/hubspot?type=\($0.rawValue)\">\($0.rawValue)</a>" }
        return """
            <!doctype html><html lang="fr"><meta charset="utf-8"><title>HubSpot (bac à sable)</title><style>
            body{font:15px system-ui;margin:2em auto;max-width:60em;padding:0 1em}label{display:block;margin:.4em 0}
            input,select{width:100%;box-sizing:border-box}td,th{padding:.2em .6em;text-align:left}
            .refus{color:#a00}.archive{text-decoration:line-through;color:#777}
            </style><h1>HubSpot (bac à sable)</h1><nav>\(links.joined(separator: " · "))</nav>\(body)</html>
            """
    }
}

extension StandardProperties {
    /// The property that a list shows of an activity.
    fileprivate static func own(title type: ObjectType) -> String {
        switch type {
        case .calls: "hs_call_title"
        case .meetings: "hs_meeting_title"
        case .emails: "hs_email_subject"
        case .companies: "name"
        case .deals: "dealname"
        case .contacts: "lastname"
        }
    }
}
