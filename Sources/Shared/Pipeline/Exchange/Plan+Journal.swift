import Database
import Domain

extension Plan {
    /// What the history tells of this plan once it is carried out (ids and fields' names, never a value).
    ///
    /// - Parameter pair: with the ids that it has by now.
    func journal(of pair: Pair, isFirst: Bool) -> [JournalEntry] {
        var journal: [JournalEntry] = []
        if record == nil {
            journal.append(JournalEntry(.created, system: .artis, detail: pair.artisID?.rawValue))
        } else if isBirth || candidate.birth != nil {
            journal.append(JournalEntry(.created, system: .hubspot, detail: pair.hubspotID?.rawValue))
        } else if isFirst {
            journal.append(JournalEntry(.linked, system: .artis, detail: pair.artisID?.rawValue))
        }
        if record != nil, !artisFields.isEmpty {
            journal.append(JournalEntry(.updated, system: .artis, detail: artisFields.keys.sorted().joined(separator: " ")))
        }
        if !isBirth, candidate.birth == nil, !hubspotProperties.isEmpty {
            journal.append(
                JournalEntry(.updated, system: .hubspot, detail: hubspotProperties.keys.sorted().joined(separator: " ")))
        }
        if candidate.birth == nil, candidate.relations.changesHubSpot {
            journal.append(JournalEntry(.updated, system: .hubspot, detail: "associations"))
        }
        if isFirst { journal.append(JournalEntry(.opened)) }
        return journal
    }
}
