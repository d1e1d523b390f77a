import NIOCore
import NIOHTTP1
import NIOPosix

/// One POST over a connection of its own.
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
            .connectTimeout(.seconds(5))
            .connect(host: url.host, port: url.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPPart<HTTPRequestHead, ByteBuffer>>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var fields = HTTPHeaders(headers.map { ($0.key, $0.value) })
            fields.add(name: "host", value: "\(url.host):\(url.port)")
            fields.add(name: "content-length", value: String(body.count))
            fields.add(name: "connection", value: "close")
            let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: url.target, headers: fields)
            try await outbound.write(.head(head))
            try await outbound.write(.body(ByteBuffer(bytes: body)))
            try await outbound.write(.end(nil))
            for try await part in inbound {
                if case .head(let head) = part { return Int(head.status.code) }
            }
            return nil
        }
    }
}
