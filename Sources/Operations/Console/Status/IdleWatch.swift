import Oversight

/// Waits until the fleet is idle: seen twice in a row, because a change may be on its way between two places when it is
/// looked for.
struct IdleWatch {
    var patience: Duration
    var pause: Duration = .milliseconds(500)

    /// - Parameter look: one look at the fleet; a look that fails is not idle, for a server that is being restarted comes
    ///   back.
    /// - Returns: the last report, and whether the fleet was idle in time.
    /// - Throws: what the last look met, when the time is over and it failed.
    func wait<Report>(
        isIdle: (Report) -> Bool, _ look: () async throws(ConsoleFailure) -> Report
    ) async throws -> (last: Report, idle: Bool) {
        let deadline = ContinuousClock.now + patience
        var seen = 0
        while true {
            let last: Result<Report, ConsoleFailure>
            do throws(ConsoleFailure) { last = .success(try await look()) } catch { last = .failure(error) }
            if case .success(let report) = last, isIdle(report) { seen += 1 } else { seen = 0 }
            if seen == 2 || .now + pause > deadline { return (try last.get(), seen == 2) }
            try await Task.sleep(for: pause)
        }
    }
}
