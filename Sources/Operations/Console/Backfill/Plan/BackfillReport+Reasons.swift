import Domain
import Oversight

extension BackfillReport {
    private struct Held: Hashable {
        var kind: Kind?
        var reason: Reason
    }

    /// How many records of each kind a reason keeps back, the most first; with what there is to do about it.
    func reasons(_ kept: KeyPath<PlanLine, [Reason: Int]>, _ language: Language) -> [[Words]] {
        var counts: [Held: Int] = [:]
        for part in tallies.flatMap({ $0.parts(order) }) {
            for (reason, count) in part.line[keyPath: kept] { counts[Held(kind: part.kind, reason: reason), default: 0] += count }
        }
        func place(_ held: Held) -> (String, Int) {
            (held.reason.rawValue, held.kind.flatMap(Kind.allCases.firstIndex) ?? Kind.allCases.count)
        }
        return counts.sorted { $0.value == $1.value ? place($0.key) < place($1.key) : $0.value > $1.value }.map { held, count in
            let sentence = "\(held.reason.why(language)) \(held.reason.remedy(language))"
            return [
                Words("\(count)"), Words(held.kind?.name(language) ?? language.of(fr: "activité", en: "activity")),
                Words(held.reason.rawValue, .aside), Words(sentence),
            ]
        }
    }
}
