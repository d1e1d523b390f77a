/// What has become of each input of a batch.
struct BatchOutcome {
    var results: [JSON] = []
    var errors: [JSON] = []

    /// 200 or 201 when all went well, else 207.
    func answer(status: Int, inputs: Int, began: Int) -> Answer {
        let time = JSON.string(Moment.iso(began))
        var members: [String: JSON] = [
            "status": "COMPLETE", "results": .array(results), "startedAt": time, "completedAt": time,
        ]
        if !errors.isEmpty {
            members["numErrors"] = .integer(errors.count)
            members["errors"] = .array(errors)
        }
        return Answer.json(.object(members), status: errors.isEmpty ? status : 207).counting(inputs: inputs)
    }

    /// The inputs of a batch, within its size.
    static func inputs(_ body: JSON, most: Int) throws(HubSpotFault) -> [JSON] {
        guard let inputs = body["inputs"]?.items else { throw .invalid("Invalid input JSON: inputs are required") }
        guard inputs.count <= most else { throw .invalid("A batch holds at most \(most) inputs, not \(inputs.count)") }
        return inputs
    }

    /// The ids of inputs that must name each record once.
    static func distinctIds(_ inputs: [JSON]) throws(HubSpotFault) -> [String] {
        var seen: Set<String> = []
        var ids: [String] = []
        for input in inputs {
            guard let id = input["id"]?.spelled, !id.isEmpty else { throw .invalid("Invalid input JSON: id is required") }
            guard seen.insert(id).inserted else { throw .invalid("Duplicate IDs found in batch input: [\(id)]") }
            ids.append(id)
        }
        return ids
    }
}
