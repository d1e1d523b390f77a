import Dispatch

/// The executor of an actor that owns a blocking C connection: a serial queue of its own, so that a call that blocks
/// never holds a thread of the cooperative pool.
///
/// ```swift
/// actor Connection {
///     private let executor = QueueExecutor(label: "postgres")
///     nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
/// }
/// ```
public final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue
    private let key = DispatchSpecificKey<Bool>()

    /// - Parameter label: shown by debuggers; any constant.
    public init(label: String) {
        queue = DispatchQueue(label: label)
        queue.setSpecific(key: key, value: true)
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    public func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }

    public func isIsolatingCurrentContext() -> Bool? { DispatchQueue.getSpecific(key: key) == true }
}
