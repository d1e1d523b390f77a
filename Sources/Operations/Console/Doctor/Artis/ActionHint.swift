import Domain
import Oversight

/// The page of R20, "CALL for a motif appel, MEETING for rendez-vous, EMAIL for mail", as far as words tell: a row that
/// gives another type than its motif says may be a slip.
///
/// The motif is believed first. The type d'action speaks only where the motif is of none of the three: empty, a wildcard,
/// or a purpose such as "Prospection".
struct ActionHint {
    let language: Language

    func check(_ row: ActionRow, name: String, path: String) -> Check? {
        guard let kind = row.kind else { return nil }
        let texts = [row.action.motive, row.action.type].filter { $0 != ActionTable.wildcard && !Canonical.text($0).isEmpty }
        let said = texts.map(Self.kinds).first { !$0.isEmpty } ?? []
        guard !texts.isEmpty, !said.contains(kind) else { return nil }
        return .warning(
            .actions, name, text(row, kind),
            remedy: language.of(
                fr: "\(path) > ligne \(row.position) : vérifiez le type d’action Hubspot",
                en: "\(path) > row \(row.position): check the type d’action Hubspot"))
    }

    private func text(_ row: ActionRow, _ kind: Kind) -> String {
        let hasMotive = row.action.motive != ActionTable.wildcard && !Canonical.text(row.action.motive).isEmpty
        let given = hasMotive ? "motif \(language.quoted(row.action.motive))" : "type \(language.quoted(row.action.type))"
        return language.of(
            fr: "le \(given) donne \(row.result) : est-ce bien « \(Self.french[kind] ?? "") » ?",
            en: "the \(given) gives \(row.result): is it meant?")
    }

    /// The types of activity that a text speaks of, by whole words: "Hôtel" is no "tél.", nor "Mélange" a "mél".
    private static func kinds(_ text: String) -> Set<Kind> {
        let said = " \(NearMiss.words(text).joined(separator: " ")) "
        return Set(words.filter { entry in entry.value.contains { said.contains(" \($0) ") } }.keys)
    }

    private static let french: [Kind: String] = [.call: "appel", .meeting: "rendez-vous", .email: "mail"]
    private static let words: [Kind: [String]] = [
        .call: [
            "appel", "appels", "appeler", "rappel", "rappels", "rappeler", "tel", "telephone", "telephones", "telephonique",
            "telephoniques", "phone", "phoning", "call", "calls",
        ],
        .meeting: [
            "rendez vous", "rendezvous", "rdv", "visite", "visites", "reunion", "reunions", "visio", "visioconference", "demo",
            "demos", "demonstration", "demonstrations", "meeting", "meetings",
        ],
        .email: [
            "mail", "mails", "email", "emails", "mailing", "emailing", "courriel", "courriels", "mel", "mels", "message",
            "messages",
        ],
    ]
}
