import CRabbitMQ
import Glibc
import Runtime

/// One connection to RabbitMQ, with one channel: the owner of librabbitmq's handle.
///
/// Blocking, and for one thread only. Every call has a deadline: questions the library's own, sends that of the kernel
/// (TCP_USER_TIMEOUT), reads return at once. After any error it is thrown away.
@safe final class RabbitConnection {
    let handle: amqp_connection_state_t
    let arena = Arena()
    var assembly = ContentAssembly()
    private let beat: Duration

    static let channel: amqp_channel_t = 1

    /// Connects and logs in.
    init(to address: BrokerAddress, name: String, timings: BrokerTimings) throws(BrokerError) {
        guard let handle = unsafe amqp_new_connection() else { throw .unreachable("no memory for a connection") }
        unsafe self.handle = unsafe handle
        beat = timings.heartbeat
        var connect = timeval(timings.connect)
        var call = timeval(timings.call)
        try check(unsafe amqp_set_handshake_timeout(handle, &connect), "setting the login deadline")
        try check(unsafe amqp_set_rpc_timeout(handle, &call), "setting the call deadline")
        try unsafe check(
            amqp_socket_open_noblock(Self.socket(handle, address), address.host, Int32(address.port), &connect),
            "connecting")
        let patience = UInt32(clamping: max(timings.heartbeat * 2, timings.call).components.seconds * 1000)
        _ = unsafe passerelle_amqp_bound_sends(amqp_get_sockfd(handle), patience)
        var properties = unsafe arena.table(Self.clientProperties(name: name))
        let login = unsafe passerelle_amqp_login_plain(
            handle, address.virtualHost, Int32(clamping: timings.heartbeat.components.seconds), &properties, address.user,
            address.password)
        try unsafe check(login, "logging in")
        arena.reset()
    }

    deinit { unsafe amqp_destroy_connection(handle) }

    private static func socket(
        _ handle: amqp_connection_state_t, _ address: BrokerAddress
    ) throws(BrokerError) -> OpaquePointer {
        guard address.usesTLS else {
            guard let socket = unsafe amqp_tcp_socket_new(handle) else { throw .unreachable("no memory for a socket") }
            return unsafe socket
        }
        guard let socket = unsafe amqp_ssl_socket_new(handle) else { throw .unreachable("no memory for a TLS socket") }
        unsafe amqp_ssl_socket_set_verify_peer(socket, 1)
        let isAddress = unsafe passerelle_amqp_expect_address(socket, address.host) == 1
        unsafe amqp_ssl_socket_set_verify_hostname(socket, isAddress ? 0 : 1)
        try check(unsafe amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST), "asking for TLS 1.2")
        guard unsafe amqp_ssl_socket_set_cacert(socket, address.authorities) == AMQP_STATUS_OK.rawValue else {
            throw .untrusted("no certificate authorities can be read from \(address.authorities)")
        }
        return unsafe socket
    }

    /// Without these capabilities RabbitMQ keeps quiet about cancelled consumers and blocked connections.
    private static func clientProperties(name: String) -> [String: HeaderValue] {
        let capabilities = [
            "consumer_cancel_notify", "connection.blocked", "basic.nack", "publisher_confirms",
            "authentication_failure_close",
        ]
        return [
            "product": .text("Passerelle"), "connection_name": .text(name),
            "capabilities": .table(Dictionary(uniqueKeysWithValues: capabilities.map { ($0, .flag(true)) })),
        ]
    }

    /// As the broker introduced itself at login.
    var version: BrokerVersion? {
        guard let table = unsafe amqp_get_server_properties(handle) else { return nil }
        guard case .text(let text)? = unsafe HeaderValue.table(table.pointee)["version"] else { return nil }
        return BrokerVersion(text)
    }

    func openChannel() throws(BrokerError) {
        assembly = ContentAssembly()
        _ = unsafe amqp_channel_open(handle, Self.channel)
        try answered("opening a channel")
    }

    /// Reads how the question just asked was answered.
    func answered(_ call: StaticString) throws(BrokerError) {
        arena.reset()
        try unsafe check(amqp_get_rpc_reply(handle), call)
    }

    /// Gives the library's memory back; once a turn, or it grows for ever.
    func releaseBuffers() { unsafe amqp_maybe_release_buffers(handle) }

    /// Waits for the broker or a signal, but for no longer than a third of the heartbeat: beats are sent and missed
    /// ones noticed only within calls of the library.
    func wait(for wakeUp: WakeUp, until moment: ContinuousClock.Instant?) throws(BrokerError) {
        // A question reads ahead: what it has put aside would not show on the socket.
        if unsafe amqp_frames_enqueued(handle) != 0 || amqp_data_in_buffer(handle) != 0 { return }
        let bound = ContinuousClock.now + beat / 3
        let socket = unsafe amqp_get_sockfd(handle)
        wakeUp.wait(socket: socket, until: min(moment ?? bound, bound))
    }
}

extension timeval {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(tv_sec: Int(clamping: seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
    }
}
