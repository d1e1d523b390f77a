import Domain

/// The other language, and back to the same page.
struct LanguageSwitch {
    let visit: Visit

    var content: HTML {
        let other: Language = visit.language == .fr ? .en : .fr
        return form(Attribute("method", "post"), .action(.language), .class("language")) {
            input(.type("hidden"), .name("back"), .value(visit.here.text))
            button(.class("plain"), .name("lang"), .value(other.rawValue), .lang(other.rawValue)) {
                other == .fr ? "Français" : "English"
            }
        }
    }
}
