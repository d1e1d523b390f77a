import ArgumentParser
import Domain

/// How long something has stood as it stands.
struct AgeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only what stands so since this day or moment (UTC), or later.", valueName: "date"),
        transform: Given.moment)
    var since: Instant?
    @Option(
        help: ArgumentHelp("Only what has stood so for longer: 30m, 12h, 3d.", valueName: "age"), transform: Given.ago)
    var olderThan: Instant?
}
