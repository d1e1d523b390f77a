import NIOCore
import NIOPosix

/// One call over a connection of its own: HTTP/1.1 by hand, so that a connection closed without an answer is seen as
/// such, and never tried again behind the test's back.
enum Wire {
    struct Reply: Sendable {
        let status: Int
        /// Names in lower case.
        let headers: [String: String]
        let body: [UInt8]
    }

    enum Fault: Error { case closed }

    @concurrent
    static func send(
        _ method: String, port: Int, _ target: String, headers: [String: String] = [:], body: [UInt8] = []
    ) async throws -> Reply {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var head = "\(method) \(target) HTTP/1.1\r\nhost: 127.0.0.1:\(port)\r\nconnection: close\r\n"
            head += "content-length: \(body.count)\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            var request = ByteBuffer(string: head + "\r\n")
            request.writeBytes(body)
            try await outbound.write(request)
            var bytes: [UInt8] = []
            for try await part in inbound {
                bytes.append(contentsOf: part.readableBytesView)
                if let reply = parse(bytes) { return reply }
            }
            throw Fault.closed
        }
    }

    /// The answer, once it is whole.
    private static func parse(_ bytes: [UInt8]) -> Reply? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let head = text.part(before: "\r\n\r\n"), let status = Int(head.prefix(12).suffix(3)) else { return nil }
        var headers: [String: String] = [:]
        for line in head.split(separator: "\r\n").dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].drop { $0 == " " }.description
        }
        let body = bytes.dropFirst(head.utf8.count + 4)
        let length = Int(headers["content-length"] ?? "") ?? 0
        return body.count >= length ? Reply(status: status, headers: headers, body: Array(body)) : nil
    }
}

extension String {
    /// What stands before a separator; nil without one.
    fileprivate func part(before separator: String) -> String? {
        firstRange(of: separator).map { String(self[..<$0.lowerBound]) }
    }
}
