extension PropertyDefinition {
    /// The value as HubSpot stores it, or why it refuses it. "" clears and is always welcome.
    /// - Parameter isOwner: whether an owner's id exists.
    func accept(_ value: String, isOwner: (String) -> Bool) throws(PropertyFault) -> String {
        if value.isEmpty { return value }
        switch type {
        case "number":
            guard Double(value) != nil else { throw fault("INVALID_NUMBER", "\(value) was not a valid number") }
            return value
        case "bool":
            guard value == "true" || value == "false" else {
                throw fault("INVALID_OPTION", "\(value) was not one of the allowed options: [true, false]")
            }
            return value
        case "date":
            guard let moment = Moment.read(value), moment % Moment.day == 0 else {
                throw fault("INVALID_DATE", "\(value) is not at midnight UTC, or no date")
            }
            return Moment.date(Moment.floorDivide(moment, Moment.day))
        case "datetime":
            guard let moment = Moment.read(value) else { throw fault("INVALID_DATE", "\(value) is no date") }
            return Moment.iso(moment)
        case "enumeration":
            return try option(value, isOwner: isOwner)
        default:
            guard value.utf16.count <= 65_536 else { throw fault("PROPERTY_VALUE_TOO_LONG", "longer than 65,536") }
            return value
        }
    }

    private func option(_ value: String, isOwner: (String) -> Bool) throws(PropertyFault) -> String {
        if externalOptions {
            guard referencedObjectType != "OWNER" || isOwner(value) else {
                throw fault("INVALID_OWNER_ID", "owner \(value) does not exist")
            }
            return value
        }
        let values = fieldType == "checkbox" ? value.split(separator: ";").map(String.init) : [value]
        for value in values where !options.contains(where: { $0.value == value }) {
            let known = options.map(\.value).joined(separator: ", ")
            throw fault("INVALID_OPTION", "\(value) was not one of the allowed options: [\(known)]")
        }
        return value
    }

    private func fault(_ code: String, _ message: String) -> PropertyFault {
        PropertyFault(name: name, code: code, message: message)
    }
}
