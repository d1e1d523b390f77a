package import Domain

/// A record as an operator names it: its kind, and its id in one of the two systems.
package struct RecordName: Sendable, Equatable {
    /// One, or the three of an artis action.
    package var kinds: [Kind]
    package var system: System
    package var id: String

    package init(kinds: [Kind], system: System, id: String) {
        self.kinds = kinds
        self.system = system
        self.id = id
    }

    package func label(_ language: Language) -> String {
        let kind = kinds.count == 1 ? kinds[0].name(language) : language.of(fr: "activité", en: "activity")
        return "\(kind) \(system == .artis ? "artis:" : "")\(id)"
    }
}
