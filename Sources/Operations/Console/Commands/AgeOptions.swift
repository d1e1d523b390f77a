import ArgumentParser
import Domain

/// How long something has stood as it stands.
struct AgeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            fr: "Seulement ce qui en est là depuis ce jour ou ce moment (UTC), ou plus tard.",
            en: "Only what stands so since this day or moment (UTC), or later.", valueName: "date"),
        transform: Given.moment)
    var since: Instant?
    @Option(
        help: ArgumentHelp(
            fr: "Seulement ce qui en est là depuis plus longtemps : 30m, 12h, 3d.",
            en: "Only what has stood so for longer: 30m, 12h, 3d.", valueName: "age"),
        transform: Given.ago)
    var olderThan: Instant?
}
