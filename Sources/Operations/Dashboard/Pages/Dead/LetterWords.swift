import Database
import Domain
import FoundationEssentials

/// How a dead letter is shown, and what can be done with it.
enum LetterWords {
    /// The record that it was about, as far as it said.
    static func record(_ letter: DeadLetterRow, _ visit: Visit) -> HTML {
        let id = letter.hubspotID?.rawValue ?? letter.artisID.map { "artis.net \($0)" }
        let name = [letter.kind?.name(visit.language), id].compactMap { $0 }.joined(separator: " ")
        if let kind = letter.kind, let pair = letter.pair {
            return a(.href(Place("records", kind.rawValue, "\(pair)"))) { name }
        }
        return .text(name.isEmpty ? "–" : name)
    }

    static func actions(_ letter: DeadLetterRow, _ visit: Visit) -> HTML {
        div(.class("row")) {
            if let kind = letter.kind, let pair = letter.pair {
                ActionForm(
                    place: Place("records", kind.rawValue, "\(pair)", "retry"),
                    label: visit.of(fr: "Réessayer la fiche", en: "Retry the record"), about: "\(letter.id)"
                ).content(visit)
            }
            ActionForm(
                place: Place("dead", "\(letter.id)", "discard"), label: visit.of(fr: "Jeter", en: "Throw away"),
                about: "\(letter.id)", style: "bad"
            ).content(visit)
        }
    }

    /// Its text; bytes that are none in base64. A letter can be large: its beginning says what it is.
    static func payload(_ letter: DeadLetterRow) -> String {
        let shown = letter.payload.prefix(65_536)
        let text = String(validating: shown, as: UTF8.self) ?? "base64:\(Data(shown).base64EncodedString())"
        return text + (shown.count < letter.payload.count ? " …" : "")
    }

    static func view(_ letter: DeadLetterRow, _ visit: Visit) -> View {
        View(visit.of(fr: "Message \(letter.id)", en: "Letter \(letter.id)"), .dead) {
            h1 { visit.of(fr: "Message écarté n° \(letter.id)", en: "Dead letter \(letter.id)") }
            section(.class("card"), .aria("label", visit.of(fr: "Le message", en: "The letter"))) {
                dl {
                    dt { visit.of(fr: "Fiche", en: "Record") }
                    dd { record(letter, visit) }
                    dt { visit.of(fr: "File", en: "Queue") }
                    dd { letter.queue }
                    dt { visit.of(fr: "Raison", en: "Reason") }
                    dd { Glossary.text(letter.reason, visit.language) }
                    dt { visit.of(fr: "Échecs", en: "Deaths") }
                    dd { visit.number(letter.deaths) }
                    dt { visit.of(fr: "Première", en: "First") }
                    dd { visit.since(letter.firstDeath) }
                }
                h2 { visit.of(fr: "Contenu", en: "Payload") }
                pre { payload(letter) }
                div(.class("more")) { actions(letter, visit) }
            }
        }
    }
}
