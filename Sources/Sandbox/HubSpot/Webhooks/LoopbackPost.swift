import NIOCore
import NIOPosix

/// One POST over a connection of its own. Of the answer only the status counts.
enum LoopbackPost {
    /// The status answered; nil when there was none within the time.
    static func send(_ body: [UInt8], to url: LoopbackURL, headers: [String: String], within time: Duration) async -> Int? {
        await withTaskGroup(of: Int?.self) { group in
            group.addTask { try? await exchange(body, url, headers) }
            group.addTask {
                try? await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    @concurrent
    private static func exchange(_ body: [UInt8], _ url: LoopbackURL, _ headers: [String: String]) async throws -> Int? {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: url.host, port: url.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var head = "POST \(url.target) HTTP/1.1\r\nhost: \(url.host):\(url.port)\r\nconnection: close\r\n"
            head += "content-length: \(body.count)\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            var request = ByteBuffer(string: head + "\r\n")
            request.writeBytes(body)
            try await outbound.write(request)
            var answer = ByteBuffer()
            for try await part in inbound {
                answer.writeImmutableBuffer(part)
                // "HTTP/1.1 200"
                if answer.readableBytes >= 12 {
                    return answer.getString(at: answer.readerIndex + 9, length: 3).flatMap { Int($0) }
                }
            }
            return nil
        }
    }
}
