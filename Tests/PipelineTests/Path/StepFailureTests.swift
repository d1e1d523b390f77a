import Artis
import HubSpot
import Testing

@testable import Pipeline

@Suite struct StepFailureTests {
    @Test(
        "What a failure says in a log is the status, and no word of the vendor's",
        arguments: [
            (StepFailure(HubSpotFailure.faulted(500, "Durand is no stage")), "hubspot 500"),
            (StepFailure(ArtisFailure.faulted(500, "M. Durand: unknown")), "artis 500"),
            (StepFailure.forbidden("Durand may not"), "HubSpot forbids the call"),
        ])
    func words(failure: StepFailure, said: String) { #expect("\(failure)" == said) }
}
