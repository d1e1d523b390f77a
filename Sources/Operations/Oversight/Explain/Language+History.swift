import Artis
package import Database
package import Domain
import HubSpot

/// A record's history, for whoever reads.
extension Language {
    /// An entry of the journal; a word of a newer program stands as it is.
    package func event(_ word: String) -> String {
        guard let event = JournalEntry.Event(rawValue: word) else { return word }
        if self == .en { return event == .leftOut ? "left out" : word }
        return switch event {
        case .created: "créé"
        case .updated: "modifié"
        case .linked: "relié"
        case .opened: "synchronisation ouverte"
        case .waiting: "mis en attente"
        case .released: "libéré"
        case .blocked: "bloqué"
        case .leftOut: "laissé de côté"
        case .retried: "nouvel essai"
        case .failed: "en échec"
        case .stopped: "arrêté"
        case .repaired: "remis en file"
        case .discovered: "découvert"
        case .erased: "valeurs effacées"
        }
    }

    /// What an entry says beside its event: ids, reasons, fields and causes, kept as codes.
    package func detail(of row: ReadHistory.Row, _ kind: Kind) -> String {
        guard let detail = row.detail else { return "" }
        if let reason = Reason(rawValue: detail) { return reason.why(self) }
        guard row.event == JournalEntry.Event.updated.rawValue else { return Glossary.text(detail, self) }
        var labels: [String] = []
        for name in detail.split(separator: " ") {
            let label = field(String(name), row.system, kind)?.label(self) ?? String(name)
            if !labels.contains(label) { labels.append(label) }
        }
        return labels.joined(separator: ", ")
    }

    /// The field behind a name of one of the two systems.
    private func field(_ name: String, _ system: System?, _ kind: Kind) -> Field? {
        switch system {
        case .hubspot:
            // R4: whatever the account calls it.
            HubSpotMapping.field(named: name, kind: kind, siretProperty: name.lowercased() == "siret" ? name : nil)
        case .artis: ArtisMapping.field(named: name, kind: kind)
        case nil: nil
        }
    }
}
