/// A control call that cannot be obeyed.
enum ControlFault: Error {
    /// A field of the body, and what it must hold.
    case field(String, String)
    case notFound(String)
    /// The vendor itself refuses what a person asked for.
    case refused(Answer)

    var answer: Answer {
        switch self {
        case .field(let name, let remedy): .json(["error": "\(name): must be \(remedy)"], status: 400)
        case .notFound(let what): .json(["error": "no such thing: \(what)"], status: 404)
        case .refused(let answer): answer
        }
    }
}
