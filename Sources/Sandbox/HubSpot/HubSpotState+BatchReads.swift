extension HubSpotState {
    func batchRead(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let body = try body(call)
        let spec = ReadSpec(body)
        let inputs = try BatchOutcome.inputs(body, most: spec.history.isEmpty ? 100 : 50)
        let ids = try BatchOutcome.distinctIds(inputs)
        let idProperty = body["idProperty"]?.text
        let archived = call.query["archived"] == "true"
        var outcome = BatchOutcome()
        var missing: [String] = []
        var seen: Set<Int> = []
        for id in ids {
            guard let record = try resolve(type, id, idProperty: idProperty, archived: archived) else {
                missing.append(id)
                continue
            }
            if seen.insert(record.id).inserted { outcome.results.append(render(record, type, spec)) }
        }
        if settings.batchReadReversed { outcome.results.reverse() }
        if !missing.isEmpty {
            let fault = HubSpotFault.notFound("Could not get some \(type.rawValue), they may be deleted or not exist.")
            outcome.errors = [fault.element(context: ["ids": .strings(missing)])]
        }
        return outcome.answer(status: 200, inputs: inputs.count, began: now)
    }

    mutating func batchArchive(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let inputs = try BatchOutcome.inputs(try body(call), most: 100)
        for id in try BatchOutcome.distinctIds(inputs) { _ = delete(type, id) }
        return Answer.empty.counting(inputs: inputs.count)
    }
}
