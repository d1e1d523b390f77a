/// Waits until the fleet is idle: seen twice in a row, because a change may be on its way between two places when it is
/// looked for.
struct IdleWatch {
    var patience: Duration
    var pause: Duration = .milliseconds(500)

    /// - Parameter look: one look at the fleet; a look that fails is not idle.
    /// - Returns: the last report, and whether the fleet was idle in time.
    func wait<Report>(
        isIdle: (Report) -> Bool, _ look: () async throws(ConsoleFailure) -> Report
    ) async throws -> (last: Report, idle: Bool) {
        let deadline = ContinuousClock.now + patience
        var last = try await look()
        var seen = isIdle(last) ? 1 : 0
        while seen < 2 {
            guard .now + pause <= deadline else { return (last, false) }
            try await Task.sleep(for: pause)
            do throws(ConsoleFailure) {
                last = try await look()
                seen = isIdle(last) ? seen + 1 : 0
            } catch {
                // A server that is being restarted comes back; the time runs on.
                seen = 0
            }
        }
        return (last, true)
    }
}
