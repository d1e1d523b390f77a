import Database
import Domain
import Oversight

/// Both sides of a record, field by field: as last synced, and as they are now once somebody has asked. What differs says
/// so in words.
struct RecordSides {
    let page: RecordPage

    func content(_ visit: Visit) -> HTML {
        section(.class("card"), .aria("labelledby", "sides")) {
            h2(.id("sides")) {
                page.live == nil
                    ? visit.of(fr: "Les deux côtés, tels que synchronisés", en: "Both sides, as last synced")
                    : visit.of(fr: "Les deux côtés, lus à l’instant", en: "Both sides, read just now")
            }
            if let live = page.live { remarks(live, visit) }
            if page.row.snapshot == nil, page.live == nil {
                p { visit.of(fr: "Aucune valeur n’est détenue de cette fiche.", en: "No value is held of this record.") }
            } else {
                Grid(columns(visit), rows: fields.map { row($0, visit) }).content
            }
        }
    }

    private var fields: [Field] { Field.of(page.row.record.kind) }

    private func columns(_ visit: Visit) -> [Grid.Column] {
        var columns: [Grid.Column] = [
            .init(title: visit.of(fr: "Champ", en: "Field")), .init(title: "HubSpot"), .init(title: "artis.net"),
        ]
        if page.live != nil { columns.append(.init(title: visit.of(fr: "Différence", en: "Difference"))) }
        return columns
    }

    private func row(_ field: Field, _ visit: Visit) -> Grid.Row {
        let last = page.row.snapshot
        let hubspot = page.live.map { $0.hubspot.values?[field] } ?? last?.hubspot[field]
        let artis = page.live.map { $0.artis.values?[field] } ?? last?.artis[field]
        var cells: [HTML] = [.text(field.label(visit.language)), RecordPage.value(hubspot), RecordPage.value(artis)]
        if let live = page.live { cells.append(difference(field, live, last, visit)) }
        return Grid.Row(cells: cells)
    }

    /// Who moved since the last sync.
    private func difference(_ field: Field, _ live: LiveSides, _ last: Snapshot?, _ visit: Visit) -> HTML {
        var words: [String] = []
        if let last {
            if let now = live.hubspot.values, now[field] != last.hubspot[field] {
                words.append(visit.of(fr: "changé dans HubSpot", en: "changed in HubSpot"))
            }
            if let now = live.artis.values, now[field] != last.artis[field] {
                words.append(visit.of(fr: "changé dans artis.net", en: "changed in artis.net"))
            }
        } else if let left = live.hubspot.values, let right = live.artis.values, left[field] != right[field] {
            words.append(visit.of(fr: "différent", en: "differs"))
        }
        return words.isEmpty ? .text("=") : StateTag.tag(words.joined(separator: ", "), "uneasy")
    }

    private func remarks(_ live: LiveSides, _ visit: Visit) -> HTML {
        .group([(live.hubspot, "HubSpot"), (live.artis, "artis.net")].map { side, name in
            switch side {
            case .values: .none
            case .none: p { visit.of(fr: "La fiche n’existe pas encore dans \(name).", en: "There is no such record in \(name) yet.") }
            case .gone: p(.class("notice")) { visit.of(fr: "\(name) n’a plus cette fiche.", en: "\(name) has no such record any more.") }
            case .failed(let failure): p(.class("notice")) { failure.sentence(visit.language) }
            }
        })
    }
}
