import Domain
import Oversight

/// What an action says when it is done, on the page that follows it. Travels in a cookie, as a word and a number, so that
/// nothing that a stranger could write into it is ever shown.
struct Notice: Sendable, Equatable {
    enum Word: String, Sendable, CaseIterable {
        case retried, nothingToRetry, gone, discarded, paused, resumed, alreadySo, forgotten, nothingHeld, notFound
    }

    let word: Word
    let count: Int

    init(_ word: Word, _ count: Int = 1) {
        self.word = word
        self.count = count
    }

    /// As the cookie carries it: `retried.12`.
    init?(_ text: some StringProtocol) {
        let halves = text.split(separator: ".")
        guard halves.count == 2, let word = Word(rawValue: String(halves[0])), let count = Int(halves[1]) else { return nil }
        self.init(word, count)
    }

    var text: String { "\(word.rawValue).\(count)" }

    /// Whether what was asked for was done.
    var isGood: Bool {
        switch word {
        case .retried, .discarded, .paused, .resumed, .forgotten: true
        case .nothingToRetry, .gone, .alreadySo, .nothingHeld, .notFound: false
        }
    }

    func sentence(_ language: Language) -> String {
        switch word {
        case .retried: language.of(
                fr: count < 2 ? "\(count) fiche remise en file." : "\(count) fiches remises en file.",
                en: count == 1 ? "1 record queued again." : "\(count) records queued again.")
        case .nothingToRetry: language.of(fr: "Il n’y a rien à réessayer.", en: "There is nothing to try again.")
        case .gone: language.of(fr: "Cette fiche n’est plus connue.", en: "This record is not known any more.")
        case .discarded: language.of(
                fr: count < 2 ? "\(count) message jeté." : "\(count) messages jetés.",
                en: count == 1 ? "1 letter thrown away." : "\(count) letters thrown away.")
        case .paused: language.of(fr: "En pause, pour toute la flotte.", en: "Paused, for the whole fleet.")
        case .resumed: language.of(fr: "Le travail reprend.", en: "Work goes on.")
        case .alreadySo: language.of(fr: "C’était déjà le cas.", en: "It was so already.")
        case .forgotten:
            language.of(fr: "Les valeurs détenues ici sont effacées.", en: "The values held here are erased.")
        case .nothingHeld: language.of(fr: "Rien n’est détenu de cette fiche.", en: "Nothing is held of this record.")
        case .notFound: language.of(fr: "Aucune fiche ne correspond.", en: "No record matches.")
        }
    }
}
