import Domain

/// One look at a page, or one press of a button: who, in which language, and what they asked for.
struct Visit: Sendable {
    var language: Language
    var session: Session
    /// What every form of the session carries.
    var token: String
    /// The path that was called, with its query: where a form leads back to.
    var here: Place
    var query: Form
    /// The fields of a POST.
    var form: Form
    /// The named parts of the path.
    var parts: [String: String]
    var now: Instant
    var zone: ZoneOffsets

    func of(fr french: String, en english: String) -> String { language == .fr ? french : english }
}
