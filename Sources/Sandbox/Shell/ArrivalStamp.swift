import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Notes when a call's head came off the wire, on the connection's own thread: later on, a busy machine would have
/// added its own delay, and the pace of the calls is what the recorder is asked for.
final class ArrivalStamp: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    /// Microseconds since 1970, in a header that no client can set.
    static let field = HTTPField.Name("x-sandbox-arrived-at")

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), let field = Self.field else {
            return context.fireChannelRead(data)
        }
        head.headerFields[field] = String(SteadyClock.shared.now)
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
