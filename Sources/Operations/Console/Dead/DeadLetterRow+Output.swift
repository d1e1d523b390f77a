import Database
import Domain
import FoundationEssentials
import HTTP
import Oversight

extension DeadLetterRow {
    /// What `dead list --json` and `dead show --json` print, one a line:
    ///
    ///     {"id": n, "queue", "reason", "kind", "hubspot_id", "artis_id", "deaths": n, "first_death", "payload"}
    ///
    /// Every key is always there; what the message did not tell is null. `payload` is the message's text; bytes that are
    /// no UTF-8 come as `base64:` and their encoding.
    var json: JSON {
        [
            "id": .number(JSONNumber(id)), "queue": .string(queue), "reason": .string(reason), "kind": .of(kind),
            "hubspot_id": .of(hubspotID), "artis_id": .of(artisID), "deaths": .of(deaths),
            "first_death": .of(firstDeath), "payload": .string(text),
        ]
    }

    private var text: String {
        String(validating: payload, as: UTF8.self) ?? "base64:\(Data(payload).base64EncodedString())"
    }

    func record(_ language: Language) -> String {
        [kind?.name(language), hubspotID?.rawValue ?? artisID.map { "artis:\($0)" }].compactMap { $0 }
            .joined(separator: " ")
    }

    /// Its reason, with the broker's own word for it, which `--reason` takes.
    func why(_ language: Language) -> String {
        let text = Glossary.text(reason, language)
        return text == reason || reason.contains(" ") ? text : "\(text) (\(reason))"
    }

    func page(_ language: Language, _ clock: Clockface) -> Page {
        var page = Page()
        page.heading("\(id) · \(queue)")
        page.table(
            Table(
                [],
                rows: [
                    [Words(language.of(fr: "Fiche", en: "Record"), .aside), Words(record(language))],
                    [Words(language.of(fr: "Raison", en: "Reason"), .aside), Words(why(language), .bad)],
                    [Words(language.of(fr: "Morts", en: "Deaths"), .aside), Words("\(deaths)")],
                    [Words(language.of(fr: "Première", en: "First"), .aside), Words(clock.text(firstDeath))],
                    [Words(language.of(fr: "Contenu", en: "Payload"), .aside), Words(text)],
                ]))
        return page
    }
}
