import Database
import Domain
import Oversight

/// How the sync goes at a glance: is it healthy, what needs a person, what is the oldest work.
struct Overview: Sendable {
    var report: StatusReport

    static func read(_ site: Site) async throws(PageFault) -> Overview {
        let database = site.database
        return Overview(
            report: try await showing { () async throws(OperatorFailure) in try await StatusReport.read(database, [:]) })
    }
}
