import Database
import Domain
import Oversight

/// Looks at dead letters, and throws them away: one at once, many after asking.
enum DeadActions {
    static func add(to routes: Site.Routes, of site: Site) {
        site.show("/dead", in: routes) { site, visit throws(PageFault) in try await DeadPage.read(site, visit).view(visit) }
        site.show("/dead/discard", in: routes) { site, visit throws(PageFault) in
            let filter = filter(visit.query)
            let ids = try await showing { () async throws(OperatorFailure) in
                try await site.person(visit).deadLetterIDs(filter)
            }
            return confirmation(filter, ids, visit).view(visit, .dead)
        }
        site.act("/dead/discard", in: routes) { site, visit throws(PageFault) in
            let count = try await showing { () async throws(OperatorFailure) in
                let person = site.person(visit)
                // Those that were counted, and none that came meanwhile: where none was counted, none.
                let last = visit.form["last"].flatMap { Int64($0) } ?? -1
                let ids = try await person.deadLetterIDs(filter(visit.form)).filter { $0 <= last }
                return try await person.discard(ids)
            }
            return (Entry.dead.place, Notice(.discarded, count))
        }
        site.show("/dead/:letter", in: routes) { site, visit throws(PageFault) in
            LetterWords.view(try await DeadPage.letter(site, visit, bytes: LetterWords.most), visit)
        }
        site.act("/dead/:letter/discard", in: routes) { site, visit throws(PageFault) in
            let letter = try await DeadPage.letter(site, visit, bytes: 0)
            let count = try await showing { () async throws(OperatorFailure) in try await site.person(visit).discard([letter.id]) }
            return (Entry.dead.place, Notice(.discarded, count))
        }
    }

    private static func filter(_ words: Form) -> DeadLetterFilter {
        DeadLetterFilter(kind: words["kind"].flatMap(Kind.init(rawValue:)))
    }

    private static func confirmation(_ filter: DeadLetterFilter, _ ids: [Int64], _ visit: Visit) -> Confirmation {
        let messages = visit.count(ids.count, fr: ("message", "messages"), en: ("letter", "letters"))
        return Confirmation(
            title: visit.of(fr: "Jeter des messages", en: "Throw letters away"),
            question: .text(
                visit.of(
                    fr: "Jeter \(messages) ? Les fiches dont ils parlaient restent comme elles sont.",
                    en: "Throw \(messages) away? The records that they were about stay as they are.")),
            action: ActionForm(
                place: Place("dead", "discard"), label: visit.of(fr: "Jeter", en: "Throw away"), style: "bad",
                fields: [("kind", filter.kind?.rawValue), ("last", ids.last.map(String.init))].compactMap { name, value in
                    value.map { (name, $0) }
                }),
            back: Entry.dead.place)
    }
}
