extension Fault {
    /// Reads `POST /sandbox/faults`; the error names the field and what it may hold.
    init(_ json: JSON) throws(ControlFault) {
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let kind = json["kind"]?.text.flatMap(Kind.init) else { throw .field("kind", "one of \(kinds)") }
        self.kind = kind
        if let name = json["system"]?.text {
            guard let system = VendorName(rawValue: name) else { throw .field("system", "hubspot or artis") }
            self.system = system
        } else {
            system = nil
        }
        method = json["method"]?.text?.uppercased()
        path = json["path"]?.text
        containing = json["containing"]?.text
        status = json["status"]?.integer ?? 500
        guard (200...599).contains(status) else { throw .field("status", "a number from 200 to 599") }
        body = json["body"].map { $0.text ?? $0.written } ?? ""
        headers = (json["headers"]?.members ?? [:]).compactMapValues(\.spelled)
        delayMs = json["delay_ms"]?.integer ?? 1000
        probability = json["probability"]?.number ?? 1
        guard (0...1).contains(probability) else { throw .field("probability", "a number from 0 to 1") }
        count = json["count"]?.integer
        after = json["after"]?.integer ?? 0
    }

    var json: JSON {
        [
            "id": .integer(id), "kind": .string(kind.rawValue), "system": .optional(system?.rawValue),
            "method": .optional(method), "path": .optional(path), "containing": .optional(containing),
            "status": .integer(status),
            "probability": .decimal(probability), "count": count.map(JSON.integer) ?? .null,
            "after": .integer(after), "delay_ms": .integer(delayMs), "matched": .integer(matched),
            "spoiled": .integer(spoiled),
        ]
    }
}
