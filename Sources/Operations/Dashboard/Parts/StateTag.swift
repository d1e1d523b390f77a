import Domain

/// A state as a word with a dot before it; the colour says nothing that the word does not.
enum StateTag {
    static func of(_ state: State, _ language: Language) -> HTML { tag(state.name(language), tint(state)) }

    static func tag(_ text: String, _ tint: String) -> HTML { span(.class("tag \(tint)")) { text } }

    private static func tint(_ state: State) -> String {
        switch state {
        case .synced: "good"
        case .pending, .waiting, .retrying: "uneasy"
        case .blocked, .failed: "bad"
        case .notEligible, .stopped: "aside"
        }
    }
}
