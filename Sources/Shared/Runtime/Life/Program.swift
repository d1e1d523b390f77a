import Glibc
public import Logging
import ServiceLifecycle
public import UnixSignals

/// A long-running program from its start to its exit code.
///
/// The first SIGTERM or SIGINT drains: services are asked to stop one after the other, the last of the list first, so a
/// service may rely on those before it until it has ended. What is still running when the drain time is over is
/// cancelled. A second signal ends the process at once.
public struct Program: Sendable {
    public let logger: Logger
    /// `DRAIN_SECONDS`.
    public let drain: Duration
    /// After the drain time: how long cancelled work may take to notice, before the process ends without it.
    let grace: Duration
    let leave: @Sendable (Int32) -> Void

    public init(
        logger: Logger, drain: Duration, grace: Duration = .seconds(3),
        leave: (@Sendable (Int32) -> Void)? = nil
    ) {
        self.logger = logger
        self.drain = drain
        self.grace = grace
        self.leave = leave ?? { _exit($0) }
    }

    /// Runs until a signal stops it, and ends the process with the exit code.
    public static func main(logger: Logger, drain: Duration, services: [Resilient]) async -> Never {
        // A peer that closed its connection is an error of that write, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        let program = Program(logger: logger, drain: drain)
        exit(await program.run(services, until: await StopSignals.trap()))
    }

    /// - Returns: 0 after a drain, also one that had to cancel; 1 when the services could not be run at all.
    public func run(
        _ services: [Resilient], until signals: some AsyncSequence<UnixSignal, Never> & Sendable
    ) async -> Int32 {
        let group = ServiceGroup(configuration: configuration(services))
        logger.notice("started")
        return await withTaskGroup(of: Int32?.self) { tasks in
            tasks.addTask { await run(group) }
            tasks.addTask {
                await obey(signals, stopping: group)
                return nil
            }
            var code: Int32 = 0
            for await ended in tasks {
                guard let ended else { continue }
                code = ended
                tasks.cancelAll()
            }
            logger.notice("stopped", metadata: ["exit_code": "\(code)"])
            return code
        }
    }

    private func configuration(_ services: [Resilient]) -> ServiceGroupConfiguration {
        // A service that ended is no reason to stop the others; only a signal is.
        let entries = services.map {
            ServiceGroupConfiguration.ServiceConfiguration(
                service: $0, successTerminationBehavior: .ignore, failureTerminationBehavior: .ignore,
                serviceName: $0.name)
        }
        var configuration = ServiceGroupConfiguration(services: entries, logger: logger)
        configuration.maximumGracefulShutdownDuration = drain
        return configuration
    }

    private func run(_ group: ServiceGroup) async -> Int32 {
        do {
            try await group.run()
            return 0
        } catch is CancellationError {
            return 0
        } catch {
            logger.critical("services failed", metadata: ["error": "\(error)"])
            return 1
        }
    }

    /// First signal: drain. Second: leave at once, with the code that shells give to a process that a signal ended.
    private func obey(_ signals: some AsyncSequence<UnixSignal, Never> & Sendable, stopping group: ServiceGroup) async {
        await withTaskGroup { watch in
            defer { watch.cancelAll() }
            var stopping = false
            for await signal in signals {
                if stopping {
                    logger.warning("second signal, leaving at once", metadata: ["signal": "\(signal)"])
                    leave(128 + signal.rawValue)
                    return
                }
                stopping = true
                logger.notice("draining", metadata: ["signal": "\(signal)", "drain_s": "\(drain.components.seconds)"])
                await group.triggerGracefulShutdown()
                watch.addTask { await leaveWhenStuck() }
            }
        }
    }

    /// Work that does not even heed cancellation must not keep the process alive.
    private func leaveWhenStuck() async {
        guard (try? await ContinuousClock().sleep(for: drain + grace)) != nil else { return }
        logger.error("drain time is over and work still runs, leaving without it")
        leave(1)
    }
}
