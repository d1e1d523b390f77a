import ArgumentParser
import Database
import Domain

/// The conditions that several commands take.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(fr: "Seulement celles dans cet état.", en: "Only those in this state."),
        transform: Given.state)
    var state: State?
    @Option(
        help: ArgumentHelp(
            fr: "Seulement celles qui ont cette raison, telle que SIRET_MISSING.",
            en: "Only those with this reason, such as SIRET_MISSING."),
        transform: Given.reason)
    var reason: Reason?
    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp(
            fr: "Seulement company, deal, contact, call, meeting ou email.",
            en: "Only company, deal, contact, call, meeting or email."),
        transform: Given.kind)
    var onlyKind: Kind?
    @OptionGroup var age: AgeOptions

    var filter: StandingFilter {
        StandingFilter(state: state, reason: reason, kind: onlyKind, since: age.since, before: age.olderThan)
    }
}
