/// The end-points under `/sandbox` that both servers share: not counted, not limited, not authenticated.
struct Control: Sendable {
    let recorder: Recorder
    let faults: Faults

    func answer(_ call: Call, of vendor: any Vendor) async -> Answer {
        let path = Array(call.segments.dropFirst())
        do {
            switch (call.method, path.first, path.count) {
            case ("GET", nil, _): return .redirect(to: "/sandbox/\(vendor.name.rawValue)")
            case ("GET", "calls", 1): return try calls(call)
            case ("DELETE", "calls", 1), ("DELETE", "rate", 1):
                recorder.reset()
                return .empty
            case ("GET", "rate", 1): return try rate(call)
            case (_, "faults", 1...2): return try spoil(call, id: path.count == 2 ? path[1] : nil)
            default: break
            }
        } catch {
            return error.answer
        }
        let own = Call(
            method: call.method, path: call.path, segments: path, query: call.query, headers: call.headers,
            body: call.body, arrivedAt: call.arrivedAt)
        return await vendor.control(own) ?? ControlFault.notFound("\(call.method) \(call.path)").answer
    }

    private func calls(_ call: Call) throws(ControlFault) -> Answer {
        let records = recorder.calls(since: call.query.integer("since") ?? 0, of: try system(call))
        return .json(["calls": .array(records.map(\.json)), "last": .integer(records.last?.sequence ?? 0)])
    }

    private func rate(_ call: Call) throws(ControlFault) -> Answer {
        let below = (call.query.integer("below_ms") ?? 480) * 1000
        let wanted = try system(call)
        let records = recorder.calls(since: call.query.integer("since") ?? 0)
        let systems = VendorName.allCases.filter { wanted == nil || $0 == wanted }
        let summaries = systems.map { system in
            (system.rawValue, RateSummary(records.filter { $0.system == system }, below: below).json)
        }
        return .json(.object(Dictionary(uniqueKeysWithValues: summaries)))
    }

    private func system(_ call: Call) throws(ControlFault) -> VendorName? {
        guard let name = call.query["system"] else { return nil }
        guard let system = VendorName(rawValue: name) else { throw .field("system", "hubspot or artis") }
        return system
    }

    private func spoil(_ call: Call, id: String?) throws(ControlFault) -> Answer {
        switch (call.method, id) {
        case ("POST", nil):
            guard let json = call.json else { throw .field("body", "a JSON object") }
            return .json(faults.add(try Fault(json)).json, status: 201)
        case ("GET", nil):
            return .json(["faults": .array(faults.all.map(\.json))])
        case ("DELETE", let id):
            guard faults.remove(id: id.map { Int($0) ?? 0 }) else { throw .notFound("fault \(id ?? "")") }
            return .empty
        default:
            throw .notFound("\(call.method) \(call.path)")
        }
    }
}
