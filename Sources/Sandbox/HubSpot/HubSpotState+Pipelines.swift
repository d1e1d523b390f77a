/// `/crm/v3/pipelines/deals…`
extension HubSpotState {
    mutating func pipelines(_ path: [String], _ call: Call) throws(HubSpotFault) -> Answer {
        switch (call.method, path.count) {
        case ("GET", 0): return .json(["results": .array(pipelines.map(\.json))])
        case ("POST", 0): return try addPipeline(try body(call))
        default: break
        }
        guard let index = pipelines.firstIndex(where: { $0.id == path[0] }) else { throw .notFound() }
        switch (call.method, path.count, path.dropFirst().first) {
        case ("GET", 1, nil): return .json(pipelines[index].json)
        case ("PATCH", 1, nil):
            if let label = try body(call)["label"]?.text { pipelines[index].label = label }
            dirty.insert(.pipelines)
            return .json(pipelines[index].json)
        case ("GET", 2, "stages"): return .json(["results": pipelines[index].json["stages"] ?? []])
        case ("POST", 2, "stages"): return try addStage(try body(call), to: index)
        case (_, 3, "stages"): return try stage(path[2], of: index, call)
        default: throw .notFound()
        }
    }

    private mutating func addPipeline(_ body: JSON) throws(HubSpotFault) -> Answer {
        guard let label = body["label"]?.text, !label.isEmpty else { throw .invalid("label is required") }
        guard !pipelines.contains(where: { $0.label == label }) else { throw .conflict("A pipeline is called \(label) already") }
        pipelines.append(
            Pipeline(
                id: freshId(), label: label, displayOrder: body["displayOrder"]?.integer ?? pipelines.count, stages: []))
        for stage in body["stages"]?.items ?? [] { _ = try addStage(stage, to: pipelines.count - 1) }
        dirty.insert(.pipelines)
        return .json(pipelines[pipelines.count - 1].json, status: 201)
    }

    private mutating func addStage(_ body: JSON, to index: Int) throws(HubSpotFault) -> Answer {
        guard let label = body["label"]?.text, !label.isEmpty else { throw .invalid("label is required") }
        guard let probability = body["metadata"]?["probability"]?.spelled, let value = Double(probability), (0...1).contains(value)
        else { throw .invalid("metadata.probability must be a number from 0 to 1") }
        guard !pipelines[index].stages.contains(where: { $0.label == label }) else {
            throw .conflict("A stage of this pipeline is called \(label) already")
        }
        let stage = Pipeline.Stage(
            id: freshId(), label: label, displayOrder: body["displayOrder"]?.integer ?? pipelines[index].stages.count,
            probability: probability)
        pipelines[index].stages.append(stage)
        dirty.insert(.pipelines)
        return .json(stage.json, status: 201)
    }

    private mutating func stage(_ id: String, of index: Int, _ call: Call) throws(HubSpotFault) -> Answer {
        guard let at = pipelines[index].stages.firstIndex(where: { $0.id == id }) else { throw .notFound() }
        switch call.method {
        case "GET": return .json(pipelines[index].stages[at].json)
        case "PATCH":
            let body = try body(call)
            if let label = body["label"]?.text { pipelines[index].stages[at].label = label }
            if let order = body["displayOrder"]?.integer { pipelines[index].stages[at].displayOrder = order }
            if let value = body["metadata"]?["probability"]?.spelled { pipelines[index].stages[at].probability = value }
            dirty.insert(.pipelines)
            return .json(pipelines[index].stages[at].json)
        case "DELETE":
            pipelines[index].stages.remove(at: at)
            dirty.insert(.pipelines)
            return .empty
        default: throw .notFound()
        }
    }

    /// Ids of pipelines and stages are numbers, in one row.
    func freshId() -> String {
        let ids = pipelines.map(\.id) + pipelines.flatMap(\.stages).map(\.id)
        return String((ids.compactMap { Int($0) }.max() ?? 900_000) + 1)
    }
}
