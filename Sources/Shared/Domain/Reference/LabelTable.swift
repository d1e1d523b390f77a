/// A label table of artis: *Qualité personne* (R18), *Rôle commercial* (R2). Codes count exactly, labels are free.
public struct LabelTable: Sendable, Hashable, Codable {
    public struct Row: Sendable, Hashable, Codable {
        public var position: Int
        public var code: String
        public var label: String
        public var active: Bool

        public init(position: Int, code: String, label: String, active: Bool = true) {
            self.position = position
            self.code = code
            self.label = label
            self.active = active
        }
    }

    public var rows: [Row]

    public init(_ rows: [Row]) { self.rows = rows }

    /// R2: the role of who created a deal.
    public static let hubspotRole = "TELEVENDEUR_HUBSPOT"

    /// R18: the code of the first possible value: active, with the lowest position. nil when no row is active.
    public var firstPossible: String? { rows.filter(\.active).min { $0.position < $1.position }?.code }

    /// Whether the table has this code, active or not: records that hold it keep it.
    public func known(_ code: String) -> Bool { rows.contains { $0.code == code } }
}
