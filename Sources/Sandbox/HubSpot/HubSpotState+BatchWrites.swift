extension HubSpotState {
    /// One input of a batch write, checked.
    private struct Prepared {
        let input: JSON
        /// What is written to; nil makes a record.
        var existing: Record?
        var draft: Result<Draft, HubSpotFault>

        var trace: String? { input["objectWriteTraceId"]?.text }
    }

    mutating func batchCreate(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let inputs = try BatchOutcome.inputs(try body(call), most: 100)
        var claims = Draft.Claims()
        let prepared = inputs.map { input in
            Prepared(input: input, draft: draft(type, input, existing: nil, claims: &claims))
        }
        return try write(type, prepared, status: 201)
    }

    mutating func batchUpdate(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let inputs = try BatchOutcome.inputs(try body(call), most: 100)
        let ids = try BatchOutcome.distinctIds(inputs)
        var claims = Draft.Claims()
        var prepared: [Prepared] = []
        var missing: [String] = []
        for (input, id) in zip(inputs, ids) {
            if let record = try resolve(type, id, idProperty: input["idProperty"]?.text) {
                let draft = draft(type, input, existing: record, claims: &claims)
                prepared.append(Prepared(input: input, existing: record, draft: draft))
            } else if input["objectWriteTraceId"]?.text != nil {
                let fault = HubSpotFault.notFound("\(id) does not exist")
                prepared.append(Prepared(input: input, draft: .failure(fault)))
            } else {
                missing.append(id)
            }
        }
        return try write(type, prepared, status: 200, missing: missing)
    }

    mutating func batchUpsert(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let inputs = try BatchOutcome.inputs(try body(call), most: 100)
        let ids = try BatchOutcome.distinctIds(inputs)
        var claims = Draft.Claims()
        var prepared: [Prepared] = []
        for (input, id) in zip(inputs, ids) {
            let idProperty = input["idProperty"]?.text
            let record = try resolve(type, id, idProperty: idProperty)
            if record == nil, idProperty == nil { throw .notFound("\(id) does not exist") }
            var properties = input["properties"]?.members ?? [:]
            if record == nil, let idProperty { properties[idProperty] = .string(id) }
            let draft = draft(type, ["properties": .object(properties)], existing: record, claims: &claims)
            prepared.append(Prepared(input: input, existing: record, draft: draft))
        }
        return try write(type, prepared, status: 200, isUpsert: true)
    }

    private func draft(
        _ type: ObjectType, _ input: JSON, existing: Record?, claims: inout Draft.Claims
    ) -> Result<Draft, HubSpotFault> {
        do {
            return .success(try prepare(type, input, existing: existing, claims: &claims))
        } catch {
            return .failure(error)
        }
    }

    /// All or nothing, unless every input carries a trace id of its own: then each stands for itself.
    private mutating func write(
        _ type: ObjectType, _ prepared: [Prepared], status: Int, missing: [String] = [], isUpsert: Bool = false
    ) throws(HubSpotFault) -> Answer {
        let traces = prepared.compactMap(\.trace)
        let isTraced = traces.count == prepared.count && Set(traces).count == traces.count
        for case .failure(let fault) in prepared.map(\.draft) {
            if !isTraced || (fault.status == 409 && settings.conflictRefusesBatch) { throw fault }
        }
        var outcome = BatchOutcome()
        let author = Author(at: now)
        for item in prepared {
            switch item.draft {
            case .failure(let fault):
                outcome.errors.append(fault.element(context: ["objectWriteTraceId": .strings([item.trace ?? ""])]))
            case .success(let draft):
                // An earlier input may have changed the record meanwhile, by taking its primary mark for one.
                let current = item.existing.flatMap { self[type].records[$0.id] }
                let record = current.map { update(type, $0, draft, by: author) } ?? create(type, draft, by: author)
                var members = render(record, type, ReadSpec(properties: Array(draft.values.keys))).members ?? [:]
                if let trace = item.trace { members["objectWriteTraceId"] = .string(trace) }
                if isUpsert { members["new"] = .bool(current == nil) }
                outcome.results.append(.object(members))
            }
        }
        if !missing.isEmpty {
            let fault = HubSpotFault.notFound("Some \(type.rawValue) do not exist")
            outcome.errors.append(fault.element(context: ["ids": .strings(missing)]))
        }
        return outcome.answer(status: status, inputs: prepared.count + missing.count, began: now)
    }
}
