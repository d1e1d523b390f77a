import Foundation
import Glibc

/// The server's end of one connection, blocking, for a thread of its own.
struct Peer: Sendable {
    let socket: Int32
    /// The server's first connection is 1.
    let number: Int

    /// The next request's head and body as text; nil when the client is gone.
    func request() -> String? {
        var bytes: [UInt8] = []
        while let chunk = read() {
            bytes += chunk
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let length = text.lowercased().components(after: "content-length: ").flatMap { Int($0) } ?? 0
            if text[end.upperBound...].utf8.count >= length { return text }
        }
        return nil
    }

    /// What has come in, waiting for at least a byte; nil at the end.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    @discardableResult
    func write(_ bytes: some Sequence<UInt8>) -> Bool {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    func write(_ text: String) -> Bool { write(text.utf8) }

    func answer(_ status: Int = 200, _ headers: String..., body: [UInt8] = []) {
        let lines = ["HTTP/1.1 \(status) Answer", "Content-Length: \(body.count)"] + headers
        write(lines.joined(separator: "\r\n") + "\r\n\r\n")
        write(body)
    }

    /// Answers every request with its number on this connection.
    func answerAll() {
        var count = 0
        while request() != nil {
            count += 1
            answer(body: Array("\(number)/\(count)".utf8))
        }
    }
}

extension String {
    /// The rest of the line after `mark`.
    func components(after mark: String) -> String? {
        range(of: mark).map { String(self[$0.upperBound...].prefix { !$0.isNewline }) }
    }
}
