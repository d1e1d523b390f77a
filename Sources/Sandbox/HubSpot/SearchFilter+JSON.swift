extension SearchFilter {
    private static let everything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

    /// Reads `{propertyName, operator, value, highValue, values}`.
    init(_ json: JSON, type: ObjectType, definition: (String) -> PropertyDefinition?) throws(HubSpotFault) {
        guard let name = json["propertyName"]?.text, let operation = json["operator"]?.text else {
            throw .invalid("A filter needs propertyName and operator")
        }
        guard let property = definition(name) else {
            throw .invalid("There was a problem with the request: property \(name) does not exist")
        }
        subject =
            switch name {
            case type.modifiedProperty: .modified
            case "createdate" where !type.isActivity, "hs_createdate": .created
            case "hs_object_id": .id
            default: property.isMoment ? .moment(name) : property.type == "number" ? .number(name) : .text(name)
            }
        let isOrdered = property.isOrdered
        func number(_ text: String) throws(HubSpotFault) -> Double {
            guard let value = property.isMoment ? Moment.read(text).map(Double.init) : Double(text) else {
                throw .invalid("\(text) is no value for \(name)")
            }
            return value
        }
        func value(_ field: String = "value") throws(HubSpotFault) -> String {
            guard let text = json[field]?.spelled else { throw .invalid("operator \(operation) needs \(field)") }
            return text
        }
        func values() throws(HubSpotFault) -> ([String], [Double]) {
            guard let list = json["values"]?.items?.compactMap(\.spelled), !list.isEmpty else {
                throw .invalid("operator \(operation) needs values")
            }
            var numbers: [Double] = []
            if isOrdered { for text in list { numbers.append(try number(text)) } }
            return (list, numbers)
        }
        test = try Self.test(operation, isOrdered: isOrdered, number: number, value: value, values: values)
    }

    private static func test(
        _ operation: String, isOrdered: Bool, number: (String) throws(HubSpotFault) -> Double,
        value: (String) throws(HubSpotFault) -> String, values: () throws(HubSpotFault) -> ([String], [Double])
    ) throws(HubSpotFault) -> Test {
        func range(lower: String?, upper: String?, open: Bool) throws(HubSpotFault) -> Test {
            guard isOrdered else {
                return .textRange(lower: lower?.lowercased(), upper: upper?.lowercased(), open: open)
            }
            var (low, high) = (everything.lowerBound, everything.upperBound)
            if let lower { low = open ? try number(lower).nextUp : try number(lower) }
            if let upper { high = open ? try number(upper).nextDown : try number(upper) }
            guard low <= high else { throw .invalid("The lower bound lies above the higher one") }
            return .range(low...high)
        }
        switch operation {
        case "EQ": return .equal(try value("value").lowercased(), isOrdered ? try number(try value("value")) : nil)
        case "NEQ": return .notEqual(try value("value").lowercased(), isOrdered ? try number(try value("value")) : nil)
        case "LT": return try range(lower: nil, upper: try value("value"), open: true)
        case "LTE": return try range(lower: nil, upper: try value("value"), open: false)
        case "GT": return try range(lower: try value("value"), upper: nil, open: true)
        case "GTE": return try range(lower: try value("value"), upper: nil, open: false)
        case "BETWEEN": return try range(lower: try value("value"), upper: try value("highValue"), open: false)
        case "IN":
            let (texts, numbers) = try values()
            return .isIn(texts, numbers)
        case "NOT_IN":
            let (texts, numbers) = try values()
            return .isNotIn(texts, numbers)
        case "HAS_PROPERTY": return .has
        case "NOT_HAS_PROPERTY": return .hasNot
        case "CONTAINS_TOKEN": return .token(tokens(try value("value"), keeping: "*"))
        case "NOT_CONTAINS_TOKEN": return .notToken(tokens(try value("value"), keeping: "*"))
        default: throw .invalid("operator \(operation) does not exist")
        }
    }
}
