import Foundation
import Glibc
import Synchronization

/// A server on a free port of loopback: every connection gets a thread that runs `serve`, and is closed when it returns.
final class TestServer: Sendable {
    let port: Int
    private let listener: Int32
    private let state = Mutex<(accepted: Int, open: Set<Int32>)>((0, []))

    var url: String { "http://127.0.0.1:\(port)/" }
    var accepted: Int { state.withLock(\.accepted) }

    init(_ serve: @escaping @Sendable (Peer) -> Void) {
        (listener, port) = Self.listen()
        Thread.detachNewThread { [self] in
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                let number = state.withLock { state in
                    state.accepted += 1
                    state.open.insert(socket)
                    return state.accepted
                }
                Thread.detachNewThread { [self] in
                    serve(Peer(socket: socket, number: number))
                    state.withLock { _ = $0.open.remove(socket) }
                    close(socket)
                }
            }
            close(listener)
        }
    }

    /// Ends every connection, and lets the threads go.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        state.withLock { for socket in $0.open { shutdown(socket, Int32(SHUT_RDWR)) } }
    }

    /// A port that nobody listens on.
    static func refusedPort() -> Int {
        let (socket, port) = listen()
        close(socket)
        return port
    }

    private static func listen() -> (Int32, Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                let bound = bind(listener, $0, size) == 0 && Glibc.listen(listener, 64) == 0
                precondition(bound && getsockname(listener, $0, &size) == 0, "no free port on loopback")
            }
        }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }
}
