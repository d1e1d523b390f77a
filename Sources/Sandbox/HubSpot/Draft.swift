/// A write that has been found good: what remains is to do it.
struct Draft: Sendable {
    var values: [String: String]
    var links: [Link] = []

    struct Link: Sendable {
        let type: ObjectType
        let id: Int
        let labels: Set<AssociationLabel>
    }

    /// Values with unique properties that other inputs of the same batch may not take as well.
    struct Claims: Sendable {
        private var taken: Set<[String]> = []

        mutating func claim(_ property: String, _ value: String) -> Bool {
            taken.insert([property, value]).inserted
        }
    }
}
