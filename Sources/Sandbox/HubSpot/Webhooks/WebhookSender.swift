import Synchronization

/// Delivers events to the address that was set, ten deliveries at a time, with HubSpot's retries at a faster pace.
final class WebhookSender: Sendable {
    private static let width = 10

    private let queue: Mutex<WebhookQueue>
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(_ settings: WebhookSettings, seed: UInt64) {
        queue = Mutex(WebhookQueue(settings, seed: seed))
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func send(_ events: [WebhookQueue.Event]) {
        queue.withLock { $0.add(events) }
        wake.yield()
    }

    /// Returns when cancelled; what is under way then is dropped.
    func run() async {
        await withDiscardingTaskGroup { group in
            let slots = AsyncStream<Void>.makeStream()
            for _ in 0..<Self.width { slots.continuation.yield() }
            var free = slots.stream.makeAsyncIterator()
            for await _ in wakes {
                try? await Task.sleep(for: .milliseconds(queue.withLock { $0.settings.batchDelay }))
                for events in queue.withLock({ $0.take() }) {
                    guard await free.next() != nil else { return }
                    group.addTask {
                        await self.deliver(events)
                        slots.continuation.yield()
                    }
                }
            }
            group.cancelAll()
        }
    }

    private func deliver(_ events: [WebhookQueue.Event]) async {
        defer { queue.withLock { $0.underWay -= 1 } }
        var attempt = 0
        while !Task.isCancelled {
            let settings = queue.withLock { $0.settings }
            guard let status = await post(events, attempt: attempt, settings) else { break }
            if (200..<300).contains(status) { return queue.withLock { $0.delivered += events.count } }
            queue.withLock { $0.refused += 1 }
            attempt += 1
            if attempt >= settings.attempts { break }
            try? await Task.sleep(for: .milliseconds(settings.retryDelay << min(attempt - 1, 6)))
        }
        queue.withLock { $0.givenUp += events.count }
    }

    /// The status answered, 0 for none; nil when there is nowhere to send.
    private func post(_ events: [WebhookQueue.Event], attempt: Int, _ settings: WebhookSettings) async -> Int? {
        guard settings.enabled, let address = settings.url, let url = LoopbackURL(address) else { return nil }
        let list = events.map { event in
            JSON.object(event.merging(["attemptNumber": .integer(attempt)]) { _, new in new })
        }
        let body = JSON.array(list).bytes
        let timestamp = String(SteadyClock.shared.milliseconds)
        let signature = WebhookSignature.sign(
            method: "POST", uri: settings.publicURL ?? address, body: body, timestamp: timestamp,
            secret: settings.secret)
        let headers = [
            "content-type": "application/json", "user-agent": "HubSpot Webhooks",
            "x-hubspot-signature-v3": signature, "x-hubspot-request-timestamp": timestamp,
        ]
        return await LoopbackPost.send(body, to: url, headers: headers, within: .seconds(5)) ?? 0
    }

    /// `GET`, `POST` (changes what it names), `DELETE` (off) of `/sandbox/webhooks`.
    func control(_ call: Call) -> Answer {
        queue.withLock { queue in
            switch call.method {
            case "GET": break
            case "DELETE": queue.settings.enabled = false
            default:
                guard let json = call.json, json.members != nil else {
                    return ControlFault.field("body", "a JSON object").answer
                }
                do throws(ControlFault) {
                    try queue.settings.apply(json)
                } catch {
                    return error.answer
                }
            }
            return .json(queue.json)
        }
    }
}
