import ServiceLifecycle

/// Waits that end quietly when the program stops, so that no service fails for having been asleep.
public enum Pause {
    /// - Returns: true when the time is over; false when the program stops or the task was cancelled meanwhile.
    public static func wait(for duration: Duration) async -> Bool {
        await wait { try await ContinuousClock().sleep(for: duration) }
    }

    /// The same for any wait that ends by throwing when cancelled.
    public static func wait(_ sleep: @escaping @Sendable () async throws -> Void) async -> Bool {
        guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return false }
        do {
            try await cancelWhenGracefulShutdown(sleep)
            return true
        } catch {
            return false
        }
    }

    /// Returns when the program stops. A connection is closed by the service that works with it, which is stopped first:
    /// that end is no fault, and nothing to be started again.
    public static func untilStop() async { try? await gracefulShutdown() }
}
