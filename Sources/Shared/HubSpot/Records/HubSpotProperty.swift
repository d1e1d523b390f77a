import HTTP

/// How the account defines a property.
public struct HubSpotProperty: Sendable, Hashable {
    public struct Option: Sendable, Hashable {
        public var value: String
        public var label: String
        public var hidden: Bool

        public init(value: String, label: String, hidden: Bool = false) {
            self.value = value
            self.label = label
            self.hidden = hidden
        }
    }

    public var name: String
    public var label: String
    public var type: String
    public var fieldType: String
    public var groupName: String
    public var options: [Option]
    public var hasUniqueValue: Bool
    /// `OWNER` for a property whose options are HubSpot's users.
    public var referencedObjectType: String?

    public init(
        name: String, label: String = "", type: String = "string", fieldType: String = "text", groupName: String = "",
        options: [Option] = [], hasUniqueValue: Bool = false, referencedObjectType: String? = nil
    ) {
        self.name = name
        self.label = label
        self.type = type
        self.fieldType = fieldType
        self.groupName = groupName
        self.options = options
        self.hasUniqueValue = hasUniqueValue
        self.referencedObjectType = referencedObjectType
    }
}

extension HubSpotProperty {
    /// - Returns: nil without a name.
    init?(_ json: JSON) {
        guard let name = json["name"]?.string, !name.isEmpty else { return nil }
        self.init(
            name: name, label: json["label"]?.string ?? "", type: json["type"]?.string ?? "",
            fieldType: json["fieldType"]?.string ?? "", groupName: json["groupName"]?.string ?? "",
            options: (json["options"]?.array ?? []).compactMap { option in
                option["value"]?.text.map {
                    Option(value: $0, label: option["label"]?.string ?? $0, hidden: option["hidden"]?.bool ?? false)
                }
            }, hasUniqueValue: json["hasUniqueValue"]?.bool ?? false,
            referencedObjectType: json["referencedObjectType"]?.string)
    }
}
