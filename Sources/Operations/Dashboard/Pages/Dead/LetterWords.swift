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

    /// Bytes of a letter that are shown: it can be large, and its beginning says what it is.
    static let most = 65_536

    /// Its text; bytes that are none in base64.
    static func payload(_ letter: DeadLetterRow) -> String {
        let isCut = letter.payload.count < letter.size
        // The cut may go through a letter of up to four bytes.
        let text = (0...(isCut ? 3 : 0)).lazy.compactMap { String(validating: letter.payload.dropLast($0), as: UTF8.self) }.first
        return (text ?? "base64:\(Data(letter.payload).base64EncodedString())") + (isCut ? " …" : "")
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
