import Domain

/// One request under way on one connection's thread: its deadline, whether it has begun to leave, and its answer so far.
final class Transfer {
    private let order: Order
    private let cancellation: Cancellation
    private let began = ContinuousClock.now
    private var deadline: ContinuousClock.Instant
    private var inHook = Duration.zero
    private var answer: Answer
    /// Once true, the server may have seen the request, also when libcurl repeats it on another connection.
    private var sent = false
    /// Why a callback of ours ended the transfer.
    private var ending: HTTPFailure?

    init(_ order: Order, _ cancellation: Cancellation) {
        self.order = order
        self.cancellation = cancellation
        deadline = began + order.request.deadline
        answer = Answer(limit: order.policy.limits.maxResponseBytes)
    }

    /// Carries the request out. The caller clears the handle afterwards, while the transfer still lives.
    func run(on handle: CurlHandle) -> Result<HTTPResponse, HTTPFailure> {
        let outcome = carryOut(on: handle)
        order.policy.told?(
            HTTPExchange(request: order.request, outcome: outcome, took: began.duration(to: .now) - inHook))
        return outcome
    }

    private func carryOut(on handle: CurlHandle) -> Result<HTTPResponse, HTTPFailure> {
        do throws(CurlError) {
            try handle.prepare(order, transfer: self)
            try handle.begin()
            while try !handle.step() {
                if cancellation.isRequested { return .failure(.cancelled(sent: sent)) }
                let left = ContinuousClock.now.duration(to: deadline)
                guard left > .zero else { return .failure(.deadline(sent: sent)) }
                try handle.wait(left)
            }
            guard answer.headersEnded else { return .failure(.interrupted("the connection ended within the headers")) }
            let status = try handle.status()
            return .success(HTTPResponse(status: status, headers: answer.headers, body: answer.body))
        } catch {
            return .failure(ending ?? HTTPFailure(error, sent: sent))
        }
    }

    /// The connection stands and nothing of this attempt is sent. The time in the hook is given back to the deadline.
    func mayBegin() -> Bool {
        guard !sent || order.request.isRepeatable else {
            ending = .interrupted("the connection died without an answer, and this must not be done twice")
            return false
        }
        if let permit = order.request.permit, let hook = order.policy.hook {
            let asked = ContinuousClock.now
            let verdict = hook(permit)
            let wait = asked.duration(to: .now)
            deadline += wait
            inHook += wait
            if verdict != .granted {
                ending = sent ? .interrupted("the connection died, and no permit was given to repeat") : .refusedByHook(verdict)
                return false
            }
        }
        guard !cancellation.isRequested else {
            ending = .cancelled(sent: sent)
            return false
        }
        sent = true
        return true
    }

    func take(line: some Collection<UInt8>) -> Bool { accepted(answer.take(line: line)) }

    func take(bytes: some Collection<UInt8>) -> Bool { accepted(answer.take(bytes: bytes)) }

    private func accepted(_ fits: Bool) -> Bool {
        if !fits { ending = .tooLarge(limit: answer.limit) }
        return fits
    }
}
