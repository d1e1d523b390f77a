/// How far something is: a bar of one width, and what is said beside it.
struct Bar: Sendable, Equatable {
    var seen: Int
    /// nil where nobody knows.
    var total: Int?
    /// It is done.
    var isDone: Bool
    var line: String

    /// Twenty-four marks wide.
    var text: String {
        let width = 24
        let share = isDone ? width : min(width, seen * width / max(total ?? Int.max, 1))
        let bar = String(repeating: "█", count: share) + String(repeating: "░", count: width - share)
        return "\(bar) \(line)"
    }
}
