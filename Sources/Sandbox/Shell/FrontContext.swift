import Hummingbird
import NIOCore

/// What is known of a call before its body is read: its connection, and when it arrived.
struct FrontContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    /// Microseconds since 1970.
    let arrivedAt: Int

    init(source: ApplicationRequestContextSource) {
        arrivedAt = SteadyClock.shared.now
        coreContext = .init(source: source)
        channel = source.channel
    }
}
