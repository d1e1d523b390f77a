/// The publisher's part on its loop: sends what waits while the window has room, and settles what the broker confirms.
final class PublishingDuty: ChannelDuty {
    /// Where an outcome belongs.
    private struct Slot {
        var request: PublishRequest
        var index: Int
    }

    /// Unconfirmed messages at most: hints of some hundred bytes, so that all of them fit the socket's buffers and a
    /// broker that reads nothing (an alarm) never holds up the loop in a send.
    private static let window = 500
    /// Sent before the broker is listened to again.
    private static let perTurn = 100

    private let topology: Declarations
    private let mailbox: Mailbox<PublishOrder>
    private var waiting: ArraySlice<Slot> = []
    private var window = ConfirmWindow<Slot>()
    private var blocked = false
    private var stopBy: ContinuousClock.Instant?

    init(topology: Declarations, mailbox: Mailbox<PublishOrder>) {
        self.topology = topology
        self.mailbox = mailbox
    }

    func opened(_ connection: RabbitConnection, epoch: UInt64) throws(BrokerError) {
        try connection.declare(topology)
        try connection.confirmPublishes()
        blocked = false
    }

    func received(_ incoming: Incoming, _ connection: RabbitConnection) throws(BrokerError) {
        switch incoming {
        case .acked(let tag, let multiple): settle(window.acked(tag, multiple: multiple))
        case .nacked(let tag, let multiple): settle(window.nacked(tag, multiple: multiple))
        case .returned(let correlationID, let code, let text):
            if let number = correlationID.flatMap({ UInt64($0) }) { window.returned(number, code: code, text: text) }
        case .blocked: blocked = true
        case .unblocked: blocked = false
        case .delivery, .cancelled, .channelClosed, .connectionClosed: break
        }
    }

    func turn(_ connection: RabbitConnection) throws(BrokerError) -> LoopPace {
        takeOrders()
        if let stopBy, ContinuousClock.now >= stopBy || (waiting.isEmpty && window.outstanding == 0) {
            return .finished
        }
        if blocked { return .rest(until: stopBy) }
        for _ in 0..<Self.perTurn {
            guard window.outstanding < Self.window, let slot = waiting.popFirst() else { break }
            guard slot.request.isOpen else { continue }
            let number = window.next
            // Noted first: a send that fails may have reached the broker all the same.
            window.published(slot)
            try connection.publish(slot.request.messages[slot.index], correlationID: "\(number)")
        }
        let more = !waiting.isEmpty && window.outstanding < Self.window
        return more ? .again : .rest(until: stopBy)
    }

    /// What was sent is unknown; what was not is sent on the next channel.
    func closed() {
        settle(window.lost())
        if stopBy != nil { expire() }
    }

    func idle() -> Bool {
        takeOrders()
        waiting = ArraySlice(waiting.filter { $0.request.isOpen })
        return stopBy != nil
    }

    private func takeOrders() {
        for order in mailbox.take() {
            switch order {
            case .publish(let request): enqueue(request)
            case .stop(let moment): stopBy = min(stopBy ?? moment, moment)
            }
        }
    }

    private func enqueue(_ request: PublishRequest) {
        for (index, message) in request.messages.enumerated() {
            if message.fitsProtocol {
                waiting.append(Slot(request: request, index: index))
            } else {
                request.settle(index, .refused)
            }
        }
    }

    private func settle(_ outcomes: [(Slot, PublishOutcome)]) {
        for (slot, outcome) in outcomes { slot.request.settle(slot.index, outcome) }
    }

    private func expire() {
        for slot in waiting { slot.request.settle(slot.index, .unknown) }
        waiting = []
    }
}
