import Domain
import Oversight

/// Work that one process of the fleet does at a time, for whoever reads; a duty of a newer program stands as it is called.
enum DutyWords {
    /// Those of one sort (`poll.deal`, `poll.call`) as one.
    static func names(_ duties: [String], _ language: Language) -> [String] {
        var names: [(sort: String, parts: [String])] = []
        for duty in duties {
            let (sort, part) = words(duty, language)
            if let part, let place = names.firstIndex(where: { $0.sort == sort }) {
                names[place].parts.append(part)
            } else {
                names.append((sort, part.map { [$0] } ?? []))
            }
        }
        return names.map { $0.parts.isEmpty ? $0.sort : "\($0.sort) (\($0.parts.joined(separator: ", ")))" }
    }

    /// What it is, and of which kind or lane.
    private static func words(_ duty: String, _ language: Language) -> (sort: String, part: String?) {
        let halves = duty.split(separator: ".", maxSplits: 1).map(String.init)
        switch (halves.first, halves.dropFirst().first) {
        case ("poll", let word?):
            guard let kind = Kind(rawValue: word)?.name(language) else { return (duty, nil) }
            return (language.of(fr: "changements dans HubSpot", en: "changes in HubSpot"), kind)
        case ("discovery", let word?):
            guard let lane = Lane(rawValue: word)?.name(language) else { return (duty, nil) }
            return (language.of(fr: "découverte de ce qui existait", en: "discovery of what was there"), lane)
        case ("feed", nil): return (language.of(fr: "changements dans artis.net", en: "changes in artis.net"), nil)
        case ("sweep", nil): return (language.of(fr: "recherche de travail perdu", en: "search for lost work"), nil)
        case ("siret-scan", nil): return (language.of(fr: "recensement des SIRET", en: "scan of SIRETs"), nil)
        case ("reconcile", nil): return (language.of(fr: "vérification nocturne", en: "nightly reconciliation"), nil)
        default: return (duty, nil)
        }
    }
}
