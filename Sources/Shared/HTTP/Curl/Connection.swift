import Dispatch

/// A handle of libcurl and the serial queue that alone works it, as libcurl and the hook block.
///
/// Unchecked because the handle may not be shared: it is touched inside the queue only, but for `wake`.
final class Connection: @unchecked Sendable {
    private let queue = DispatchQueue(label: "passerelle.http.connection")
    private let handle = CurlHandle()

    /// - Parameter thenFree: called when the connection can take the next request. That is before the answer is given,
    ///   so that a caller's next request finds it, but for a request given up: what libcurl does then may take longer
    ///   than the caller's deadline (a name being looked up cannot be called off).
    func run(
        _ order: Order, thenFree: @escaping @Sendable (Connection) -> Void
    ) async -> Result<HTTPResponse, HTTPFailure> {
        let cancellation = Cancellation()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { answer in
                queue.async {
                    self.carryOut(order, cancellation, answer, thenFree)
                }
            }
        } onCancel: {
            cancellation.request()
            handle.wake()
        }
    }

    private func carryOut(
        _ order: Order, _ cancellation: Cancellation,
        _ answer: CheckedContinuation<Result<HTTPResponse, HTTPFailure>, Never>,
        _ thenFree: (Connection) -> Void
    ) {
        let transfer = Transfer(order, cancellation)
        defer { withExtendedLifetime(transfer) {} }
        let outcome = transfer.run(on: handle)
        switch outcome {
        case .failure(.deadline), .failure(.cancelled):
            answer.resume(returning: outcome)
            handle.clear()
            thenFree(self)
        case .success, .failure:
            handle.clear()
            thenFree(self)
            answer.resume(returning: outcome)
        }
    }
}
