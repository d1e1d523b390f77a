/// A deal pipeline and its stages, in their order.
struct Pipeline: Sendable {
    struct Stage: Sendable {
        let id: String
        var label: String
        var displayOrder: Int
        /// HubSpot's own, "0.4".
        var probability: String

        /// HubSpot closes at both ends.
        var isClosed: Bool { ["0", "0.0", "1", "1.0"].contains(probability) }

        var json: JSON {
            [
                "id": .string(id), "label": .string(label), "displayOrder": .integer(displayOrder), "archived": false,
                "metadata": ["probability": .string(probability), "isClosed": .string(String(isClosed))],
                "createdAt": "2024-01-01T00:00:00.000Z", "updatedAt": "2024-01-01T00:00:00.000Z",
                "writePermissions": "CRM_PERMISSIONS_ENFORCEMENT",
            ]
        }

        init(id: String, label: String, displayOrder: Int, probability: String) {
            self.id = id
            self.label = label
            self.displayOrder = displayOrder
            self.probability = probability
        }

        init?(ledger json: JSON) {
            guard let id = json["id"]?.text, let label = json["label"]?.text else { return nil }
            self.init(
                id: id, label: label, displayOrder: json["displayOrder"]?.integer ?? 0,
                probability: json["metadata"]?["probability"]?.spelled ?? "0.5")
        }
    }

    let id: String
    var label: String
    var displayOrder: Int
    var stages: [Stage]

    var json: JSON {
        [
            "id": .string(id), "label": .string(label), "displayOrder": .integer(displayOrder), "archived": false,
            "stages": .array(stages.sorted { $0.displayOrder < $1.displayOrder }.map(\.json)),
            "createdAt": "2024-01-01T00:00:00.000Z", "updatedAt": "2024-01-01T00:00:00.000Z",
        ]
    }

    init(id: String, label: String, displayOrder: Int, stages: [Stage]) {
        self.id = id
        self.label = label
        self.displayOrder = displayOrder
        self.stages = stages
    }

    init?(ledger json: JSON) {
        guard let id = json["id"]?.text, let label = json["label"]?.text else { return nil }
        self.init(
            id: id, label: label, displayOrder: json["displayOrder"]?.integer ?? 0,
            stages: (json["stages"]?.items ?? []).compactMap(Stage.init(ledger:)))
    }
}
