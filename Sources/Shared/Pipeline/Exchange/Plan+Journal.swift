import Database
import Domain

extension Plan {
    /// What the history tells of this plan once it is carried out (ids and fields' names, never a value).
    ///
    /// - Parameter pair: with the ids that it has by now.
    func journal(of pair: Pair, isFirst: Bool) -> [JournalEntry] {
        var journal: [JournalEntry] = []
        // By now HubSpot's record has an id, and `isBirth` tells it no more.
        let wasBorn = candidate.birth != nil
        if record == nil {
            journal.append(JournalEntry(.created, system: .artis, detail: pair.artisID?.rawValue))
        } else if wasBorn {
            journal.append(JournalEntry(.created, system: .hubspot, detail: pair.hubspotID?.rawValue))
        } else if isFirst {
            journal.append(JournalEntry(.linked, system: .artis, detail: pair.artisID?.rawValue))
        }
        if record != nil, !artisFields.isEmpty {
            journal.append(JournalEntry(.updated, system: .artis, detail: artisFields.keys.sorted().joined(separator: " ")))
        }
        if !wasBorn, !hubspotProperties.isEmpty {
            journal.append(
                JournalEntry(.updated, system: .hubspot, detail: hubspotProperties.keys.sorted().joined(separator: " ")))
        }
        if !wasBorn, candidate.relations.changesHubSpot {
            journal.append(JournalEntry(.updated, system: .hubspot, detail: "associations"))
        }
        if isFirst { journal.append(JournalEntry(.opened)) }
        return journal
    }
}
