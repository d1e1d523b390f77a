/// The internal values of the lifecycle stages that an account has, its own ones included (R8).
public struct LifecycleStages: Sendable, Hashable, Codable {
    public var values: Set<String>

    public init(_ values: Set<String>) { self.values = values }

    /// Those of an account that has changed nothing, as the source page lists them.
    public static let standard = LifecycleStages([
        "subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity", "customer", "evangelist",
        "other",
    ])

    public func contains(_ value: String) -> Bool { !value.isEmpty && values.contains(value) }
}
