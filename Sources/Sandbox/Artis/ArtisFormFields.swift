/// Fields as a form writes them: texts as they are, lists separated by commas, a secondary as `CO0001:ROLE`.
enum ArtisFormFields {
    static func read(_ typed: Query, of collection: ArtisCollection) -> [String: JSON] {
        var fields: [String: JSON] = [:]
        for field in ArtisField.all(of: collection) {
            guard let text = typed[field.name] else { continue }
            switch field.kind {
            case .derived: continue
            case .records: fields[field.name] = text.isEmpty ? .null : .strings(items(text))
            case .secondaries: fields[field.name] = text.isEmpty ? .null : .array(items(text).map(secondary))
            case .text, .siret, .amount, .day, .instant, .choice, .record, .person, .title:
                fields[field.name] = text.isEmpty ? .null : .string(text)
            }
        }
        return fields
    }

    /// What the form shows for a value.
    static func text(_ value: JSON?) -> String {
        guard let list = value?.items else { return value?.spelled ?? "" }
        return list.map { item in
            item.text ?? [item["collaborateur"]?.text, item["role"]?.text].compactMap(\.self).joined(separator: ":")
        }.joined(separator: ", ")
    }

    private static func items(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
    }

    private static func secondary(_ text: String) -> JSON {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        return ["collaborateur": .optional(parts.first), "role": .optional(parts.dropFirst().first)]
    }
}
