import CPostgres
import Dispatch

extension Connection {
    /// Asks the server to stop the running statement. libpq does so over a second connection, and blocks; so the asking
    /// happens elsewhere, and nobody waits for it.
    func cancelOnServer() {
        guard let request = unsafe withHandle({ unsafe CancelRequest(PQgetCancel($0)) }) else { return }
        DispatchQueue.global().async { request.send() }
    }
}

/// Sole owner of a `PGcancel`, which libpq allows on any thread.
@safe private final class CancelRequest: Sendable {
    private nonisolated(unsafe) let handle: OpaquePointer

    init?(_ handle: OpaquePointer?) {
        guard let handle = unsafe handle else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe PQfreeCancel(handle) }

    func send() {
        var message = [CChar](repeating: 0, count: 256)
        _ = unsafe PQcancel(handle, &message, Int32(message.count))
    }
}
