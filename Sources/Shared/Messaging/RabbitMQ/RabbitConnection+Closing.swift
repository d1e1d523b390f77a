import CRabbitMQ
import Glibc

extension RabbitConnection {
    /// Says good-bye. A broker that is short of memory does not even read it: the wait for its answer is brief.
    func close() {
        var patience = timeval(.seconds(2))
        _ = unsafe amqp_set_rpc_timeout(handle, &patience)
        _ = unsafe amqp_connection_close(handle, AMQP_REPLY_SUCCESS)
    }

    /// The answer that the broker waits for after it closed the channel; opened again without it, the connection goes too.
    func answerChannelClose() throws(BrokerError) {
        var nothing = amqp_channel_close_ok_t()
        try check(
            unsafe amqp_send_method(handle, Self.channel, AMQP_CHANNEL_CLOSE_OK_METHOD, &nothing),
            "answering the close of a channel")
    }

    func answerConnectionClose() {
        var nothing = amqp_connection_close_ok_t()
        _ = unsafe amqp_send_method(handle, 0, AMQP_CONNECTION_CLOSE_OK_METHOD, &nothing)
    }
}
