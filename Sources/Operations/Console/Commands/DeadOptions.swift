import ArgumentParser
import Database
import Domain

/// Which dead letters are meant.
struct DeadOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            fr: "Seulement ceux de company, deal, contact, call, meeting ou email.",
            en: "Only of company, deal, contact, call, meeting or email."),
        transform: Given.kind)
    var kind: Kind?
    @Option(help: ArgumentHelp(fr: "Seulement ceux de cette file.", en: "Only of this queue.")) var queue: String?
    @Option(help: ArgumentHelp(fr: "Seulement ceux qui ont cette raison.", en: "Only with this reason."))
    var reason: String?

    @OptionGroup var age: AgeOptions

    var isEmpty: Bool {
        kind == nil && queue == nil && reason == nil && age.since == nil && age.olderThan == nil
    }

    func filter(ids: [Int64]?) -> DeadLetterFilter {
        DeadLetterFilter(
            ids: ids, kind: kind, queue: queue, reason: reason, since: age.since, before: age.olderThan)
    }
}
