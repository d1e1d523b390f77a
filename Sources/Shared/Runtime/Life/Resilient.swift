public import Logging
public import ServiceLifecycle

/// A service that goes on through every fault: one that throws, or ends before it was asked to, is logged and started
/// again after a back-off. It returns only when the program stops.
///
/// A run that lasted longer than the back-off's cap is held to have worked, and the next fault starts from the shortest
/// delay again.
public struct Resilient: Service, CustomStringConvertible {
    /// A constant, for the logs.
    public let name: String
    private let body: @Sendable () async throws -> Void
    private let backoff: Backoff
    private let logger: Logger
    private let pause: @Sendable (Duration) async -> Bool

    public init(
        _ name: String, logger: Logger, backoff: Backoff = .services,
        pause: @escaping @Sendable (Duration) async -> Bool = { await Pause.wait(for: $0) },
        body: @escaping @Sendable () async throws -> Void
    ) {
        self.name = name
        self.body = body
        self.backoff = backoff
        self.logger = logger
        self.pause = pause
    }

    public init(_ name: String, logger: Logger, backoff: Backoff = .services, service: any Service) {
        self.init(name, logger: logger, backoff: backoff) { try await service.run() }
    }

    public var description: String { name }

    public func run() async {
        var attempt = 0
        while !isStopping {
            let began = ContinuousClock.now
            let fault = await runOnce()
            if isStopping { return }
            attempt = ContinuousClock.now - began > backoff.cap ? 1 : attempt + 1
            var randomness = SystemRandomNumberGenerator()
            let delay = backoff.delay(attempt: attempt, using: &randomness)
            logger.error(
                "service ended, starting it again",
                metadata: [
                    "service": "\(name)", "error": "\(fault)", "attempt": "\(attempt)",
                    "wait_ms": "\(delay.milliseconds)",
                ])
            guard await pause(delay) else { return }
        }
    }

    /// What went wrong; said of a run that ended while the program goes on.
    private func runOnce() async -> String {
        do {
            try await body()
            return "ended early"
        } catch {
            return String(describing: error)
        }
    }

    private var isStopping: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}
