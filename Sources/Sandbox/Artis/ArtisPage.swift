/// The pages of the forms, rendered whole on the server; no script.
enum ArtisPage {
    static func list(_ collection: ArtisCollection, in state: ArtisState, message: String?) -> String {
        let table = state.table(collection)
        let title = ArtisField.all(of: collection).first(where: { $0.required && $0.name != "tiers" })?.name ?? "id"
        let rows = table.order.suffix(200).reversed().compactMap { table.records[$0] }.map { record in
            """
            <tr\(record.deleted ? " class=supprime" : "")><td><a href="/sandbox/artis/formulaire/\(collection.rawValue)/\
            \(record.id)">\(record.id)</a></td><td>\(HTML.escape(record.text(title) ?? ""))</td>\
            <td>\(HTML.escape(record.text("tiers") ?? record.text("siret") ?? ""))</td><td>\(record.version)</td>\
            <td>\(HTML.escape(record.reference ?? ""))</td><td>\(ArtisTime.text(record.modified))</td></tr>
            """
        }
        return frame(
            """
            \(notice(message))<p><a href="/sandbox/artis/formulaire/\(collection.rawValue)">Créer</a> · \
            \(table.order.count) fiches, les 200 dernières ci-dessous</p>
            <table><tr><th>id</th><th>\(title)</th><th>tiers ou SIRET</th><th>version</th><th>référence externe</th>\
            <th>modifiée le</th></tr>\(rows.joined(separator: "\n"))</table>
            """)
    }

    static func record(
        _ record: ArtisRecord?, in collection: ArtisCollection, typed: [String: JSON] = [:], message: String? = nil
    ) -> String {
        let inputs = ArtisField.all(of: collection).map { field in
            let value = ArtisFormFields.text(typed[field.name] ?? record?.fields[field.name])
            return "<label>\(field.name)\(field.required ? " *" : "") \(input(field, value))</label>"
        }
        let id = record.map { "/\($0.id)" } ?? ""
        return frame(
            """
            <h2>\(collection.rawValue) \(record?.id ?? "(nouvelle fiche)")\(record?.deleted == true ? ", supprimée" : "")</h2>
            \(notice(message))<form method="post" action="/sandbox/artis/formulaire/\(collection.rawValue)\(id)">
            \(inputs.joined(separator: "\n"))
            <p>\(buttons(record))</p></form>
            """)
    }

    private static func buttons(_ record: ArtisRecord?) -> String {
        guard let record else { return "<button name=geste value=enregistrer>Créer</button>" }
        if record.deleted { return "<button name=geste value=restaurer>Restaurer</button>" }
        return """
            <button name=geste value=enregistrer>Enregistrer</button> \
            <button name=geste value=supprimer>Supprimer</button>
            """
    }

    private static func input(_ field: ArtisField, _ value: String) -> String {
        switch field.kind {
        case .choice(let all):
            let options = ([""] + all).map { "<option\($0 == value ? " selected" : "")>\($0)</option>" }
            return "<select name=\"\(field.name)\">\(options.joined())</select>"
        case .derived: return "<output>\(HTML.escape(value))</output>"
        case .text(let most) where most > 1_000:
            return "<textarea name=\"\(field.name)\" rows=4>\(HTML.escape(value))</textarea>"
        case .text, .siret, .amount, .day, .instant, .record, .records, .person, .title, .secondaries:
            return "<input name=\"\(field.name)\" value=\"\(HTML.escape(value))\">"
        }
    }

    private static func notice(_ message: String?) -> String { message.map { "<p class=refus>\(HTML.escape($0))</p>" } ?? "" }

    private static func frame(_ body: String) -> String {
        let links = ArtisCollection.allCases
            .map { "<a href=\"/sandbox/artis?collection=\($0.rawValue)\">\($0.rawValue)</a>" }
        return """
            <!doctype html><html lang="fr"><meta charset="utf-8"><title>artis.net (bac à sable)</title><style>
            body{font:15px system-ui;margin:2em auto;max-width:60em;padding:0 1em}label{display:block;margin:.4em 0}
            input,select,textarea{width:100%;box-sizing:border-box}td,th{padding:.2em .6em;text-align:left}
            .refus{color:#a00}.supprime{text-decoration:line-through;color:#777}
            </style><h1>artis.net (bac à sable)</h1><nav>\(links.joined(separator: " · "))</nav>\(body)</html>
            """
    }
}
