import Artis
import HubSpot
import Testing

@testable import Ingest

@Suite struct PollFailureTests {
    @Test("Why a poll, the feed or a scan is put off is a status, and no word of the vendor's")
    func words() {
        let failures = [
            PollFailure(HubSpotFailure.faulted(500, "Durand is no stage")), PollFailure(ArtisFailure.faulted(400, "M. Durand")),
        ]
        for failure in failures { #expect(!"\(failure)".contains("Durand")) }
        guard case .later(let cause) = failures[1] else { return #expect(Bool(false), "\(failures[1])") }
        #expect(cause == "artis.net answered 400")
    }
}
