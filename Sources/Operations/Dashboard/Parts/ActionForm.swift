/// A button that does something: a form of one button, with the session's token and the way back.
struct ActionForm {
    let place: Place
    let label: String
    /// What screen readers add: a button among many of the same name.
    var about: String?
    var style = ""
    var fields: [(String, String)] = []

    func content(_ visit: Visit) -> HTML {
        form(Attribute("method", "post"), .action(place)) {
            input(.type("hidden"), .name("token"), .value(visit.token))
            input(.type("hidden"), .name("back"), .value(visit.here.text))
            for (name, value) in fields { input(.type("hidden"), .name(name), .value(value)) }
            button(style.isEmpty ? nil : .class(style), about.map { .aria("label", visit.labelled(label, $0)) }) { label }
        }
    }
}
