import ArgumentParser
import Database

/// How much of a list is shown, and from where.
struct PageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            fr: "Pas plus que ce nombre ; 200 pour les personnes, toutes avec --json.",
            en: "At most so many; 200 for people, all of them with --json.",
            valueName: "number"))
    var limit: Int?
    @Option(
        help: ArgumentHelp(
            fr: "Continuer après cette place, que la page précédente a donnée.",
            en: "Go on after this place, which the page before told.", valueName: "place"))
    var after: Int64?

    static let forPeople = 200

    func validate() throws {
        if let limit, limit < 1 {
            throw ValidationError(fr: "--limit : un nombre à partir de 1", en: "--limit: a number from 1 on")
        }
        if let after, after < 0 {
            throw ValidationError(
                fr: "--after : la place que la page précédente a donnée",
                en: "--after: the place that the page before told")
        }
    }
}
