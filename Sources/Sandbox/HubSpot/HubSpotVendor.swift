import Synchronization

/// HubSpot, as far as its public API tells.
final class HubSpotVendor: Vendor {
    let name = VendorName.hubspot
    let bodyLimit = 16 << 20

    private let token: String?
    private let ledger: Ledger?
    private let sender: WebhookSender
    private let state: Mutex<HubSpotState>

    /// - Parameters:
    ///   - token: the only one that is let in; any when nil.
    ///   - folder: keeps the state; nothing outlives the program when nil.
    init(token: String?, folder: String?, settings: HubSpotSettings, seed: UInt64 = 1) throws(LedgerFault) {
        self.token = token
        var state = HubSpotState(settings)
        if let folder {
            let (ledger, content) = try Ledger.open(folder: folder, name: "hubspot")
            self.ledger = ledger
            state.load(content)
        } else {
            ledger = nil
        }
        sender = WebhookSender(settings.webhooks, seed: seed)
        self.state = Mutex(state)
    }

    var isEmpty: Bool {
        state.withLock { state in state.shelves.values.allSatisfy(\.records.isEmpty) }
    }

    func answer(_ call: Call) async -> Answer {
        let isSearch = HubSpotState.isSearch(call)
        return change { state in
            var answer: Answer
            do throws(HubSpotFault) {
                try Self.authenticate(call, token: token)
                try state.limits.admit(at: call.arrivedAt, isSearch: isSearch)
                answer = try state.route(call)
            } catch {
                answer = error.answer(correlation: state.correlation())
            }
            if !isSearch { answer.headers.merge(state.limits.headers) { own, _ in own } }
            answer.headers["x-hubspot-correlation-id"] = state.correlation()
            return answer
        }
    }

    func tooLarge(_ call: Call) -> Answer {
        HubSpotFault(status: 413, message: "Request Entity Too Large").answer(correlation: "0")
    }

    func control(_ call: Call) async -> Answer? {
        if call.segments == ["webhooks"] { return sender.control(call) }
        do throws(ControlFault) {
            return try change { state throws(ControlFault) in try state.control(call) }
        } catch {
            return error.answer
        }
    }

    func run() async {
        await sender.run()
    }

    /// Runs one call's work alone, then writes down and tells what it has done.
    func change<Value, Fault: Error>(_ work: (inout HubSpotState) throws(Fault) -> Value) throws(Fault) -> Value {
        try state.withLock { state throws(Fault) in
            state.now = max(state.now, SteadyClock.shared.milliseconds)
            defer {
                let lines = state.takeDirty()
                if !lines.isEmpty { ledger?.put(lines) }
                if !state.events.isEmpty { sender.send(state.events) }
                state.events = []
            }
            return try work(&state)
        }
    }

    private static func authenticate(_ call: Call, token: String?) throws(HubSpotFault) {
        guard let bearer = call.bearer, !bearer.isEmpty else {
            throw HubSpotFault(
                status: 401, message: "Authentication credentials not found.", category: "INVALID_AUTHENTICATION")
        }
        guard token == nil || token == bearer else {
            throw HubSpotFault(
                status: 401, message: "The access token is not valid.", category: "INVALID_AUTHENTICATION")
        }
    }
}
