import HTTP

/// A condition on one property. Moments are milliseconds since 1970; `in` wants the values of texts in lower case.
public struct HubSpotFilter: Sendable, Hashable {
    public enum Operator: String, Sendable, Hashable, CaseIterable {
        case eq = "EQ"
        case neq = "NEQ"
        case lt = "LT"
        case lte = "LTE"
        case gt = "GT"
        case gte = "GTE"
        case between = "BETWEEN"
        case `in` = "IN"
        case notIn = "NOT_IN"
        case hasProperty = "HAS_PROPERTY"
        case notHasProperty = "NOT_HAS_PROPERTY"
        case containsToken = "CONTAINS_TOKEN"
    }

    public var property: String
    public var `operator`: Operator
    /// None for `hasProperty` and its opposite, the two ends for `between`, any number for `in` and `notIn`, else one.
    public var values: [String]

    public init(_ property: String, _ operator: Operator, _ values: String...) {
        self.init(property, `operator`, values: values)
    }

    public init(_ property: String, _ operator: Operator, values: [String]) {
        self.property = property
        self.operator = `operator`
        self.values = values
    }

    var json: JSON {
        var members: [String: JSON] = ["propertyName": .string(property), "operator": .string(`operator`.rawValue)]
        switch `operator` {
        case .hasProperty, .notHasProperty: break
        case .in, .notIn: members["values"] = .array(values.map(JSON.string))
        case .between:
            members["value"] = values.first.map(JSON.string)
            members["highValue"] = values.dropFirst().first.map(JSON.string)
        case .eq, .neq, .lt, .lte, .gt, .gte, .containsToken: members["value"] = values.first.map(JSON.string)
        }
        return .object(members)
    }
}
