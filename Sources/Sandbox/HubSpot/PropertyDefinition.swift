/// A property of an object type, HubSpot's own or the account's.
struct PropertyDefinition: Sendable {
    struct Option: Sendable {
        let value: String
        let label: String
        var hidden = false
    }

    let name: String
    var label: String
    var type: String
    var fieldType: String
    var groupName: String
    var description = ""
    var options: [Option] = []
    var hasUniqueValue = false
    /// The options live elsewhere: owners.
    var externalOptions = false
    var referencedObjectType: String?
    /// Set by HubSpot alone.
    var isReadOnly = false
    /// One of HubSpot's, not of the account's.
    var isStandard = false

    /// Values that compare as numbers or moments in a search.
    var isOrdered: Bool { type == "number" || isMoment }
    var isMoment: Bool { type == "date" || type == "datetime" }

    var json: JSON {
        var members: [String: JSON] = [
            "name": .string(name), "label": .string(label), "type": .string(type), "fieldType": .string(fieldType),
            "groupName": .string(groupName), "description": .string(description),
            "hasUniqueValue": .bool(hasUniqueValue), "externalOptions": .bool(externalOptions), "archived": false,
            "hubspotDefined": .bool(isStandard), "calculated": false, "hidden": false, "displayOrder": -1,
            "formField": false, "createdAt": "2024-01-01T00:00:00.000Z", "updatedAt": "2024-01-01T00:00:00.000Z",
            "modificationMetadata": [
                "archivable": .bool(!isStandard), "readOnlyDefinition": .bool(isStandard),
                "readOnlyValue": .bool(isReadOnly),
            ],
            "options": .array(
                options.enumerated().map { index, option in
                    [
                        "value": .string(option.value), "label": .string(option.label), "hidden": .bool(option.hidden),
                        "displayOrder": .integer(index),
                    ]
                }),
        ]
        if let referencedObjectType { members["referencedObjectType"] = .string(referencedObjectType) }
        return .object(members)
    }
}

extension PropertyDefinition {
    private static let fieldTypes: [String: Set<String>] = [
        "string": ["text", "textarea", "html", "phonenumber", "file", "calculation_equation"],
        "number": ["number", "calculation_equation"], "bool": ["booleancheckbox", "calculation_equation"],
        "enumeration": ["select", "radio", "checkbox", "booleancheckbox", "calculation_equation"],
        "date": ["date"], "datetime": ["date"], "phone_number": ["phonenumber"],
    ]

    /// Reads the body of a creation.
    init(_ json: JSON) throws(HubSpotFault) {
        var missing: [String] = []
        func required(_ name: String) -> String {
            guard let text = json[name]?.text, !text.isEmpty else { missing.append(name); return "" }
            return text
        }
        name = required("name")
        label = required("label")
        type = required("type")
        fieldType = required("fieldType")
        groupName = required("groupName")
        guard missing.isEmpty else { throw .invalid("Invalid input JSON: required and absent: \(missing.joined(separator: ", "))") }
        hasUniqueValue = json["hasUniqueValue"]?.flag ?? false
        externalOptions = json["externalOptions"]?.flag ?? false
        referencedObjectType = json["referencedObjectType"]?.text
        isReadOnly = json["modificationMetadata"]?["readOnlyValue"]?.flag ?? false
        isStandard = json["hubspotDefined"]?.flag ?? false
        try apply(json)
        guard Self.fieldTypes[type]?.contains(fieldType) == true else {
            throw .invalid("fieldType \(fieldType) does not go with type \(type)")
        }
        if type == "bool", Set(options.map(\.value)) != ["true", "false"] {
            throw .invalid("A property of type bool needs the options true and false")
        }
        guard name.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || Character(Unicode.Scalar($0)).isASCIIWord }) else {
            throw .invalid("Names of properties hold letters, digits and underscores only: \(name)")
        }
    }

    /// Reads what a change may change: neither the name nor the uniqueness.
    mutating func apply(_ json: JSON) throws(HubSpotFault) {
        if let value = json["label"]?.text { label = value }
        if let value = json["description"]?.text { description = value }
        if let value = json["groupName"]?.text { groupName = value }
        guard let list = json["options"]?.items else { return }
        var seen: Set<String> = []
        options = []
        for item in list {
            guard let value = item["value"]?.text, let label = item["label"]?.text else {
                throw .invalid("An option needs label and value")
            }
            guard seen.insert(value).inserted else { throw .invalid("Option value \(value) appears twice") }
            options.append(Option(value: value, label: label, hidden: item["hidden"]?.flag ?? false))
        }
    }
}

extension Character {
    fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
