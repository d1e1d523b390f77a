import Domain

/// Where strangers come: a name for the audit, and the password.
struct SignInPage {
    enum Fault { case wrong, throttled(Duration) }

    var fault: Fault?
    var name = ""
    /// Where to go from here.
    var wanted = Place.overview

    func view(_ visit: Visit) -> View {
        View(visit.of(fr: "Connexion", en: "Sign in"), isLive: false) {
            form(.class("card signin"), Attribute("method", "post"), .action(.signIn)) {
                h1 { "Passerelle" }
                if wanted != .overview { input(.type("hidden"), .name("to"), .value(wanted.text)) }
                if let fault { p(.class("notice"), .role("alert")) { sentence(fault, visit) } }
                label(Attribute("for", "name")) {
                    visit.of(fr: "Votre nom, pour le journal (facultatif)", en: "Your name, for the audit (optional)")
                }
                input(.id("name"), .name("name"), .value(name), Attribute("maxlength", "60"), Attribute("autocomplete", "username"))
                label(Attribute("for", "password")) { visit.of(fr: "Mot de passe", en: "Password") }
                input(
                    .id("password"), .type("password"), .name("password"), Attribute("required"), Attribute("autofocus"),
                    Attribute("maxlength", "1000"), Attribute("autocomplete", "current-password"))
                button(.class("main")) { visit.of(fr: "Se connecter", en: "Sign in") }
            }
        }
    }

    private func sentence(_ fault: Fault, _ visit: Visit) -> String {
        switch fault {
        case .wrong: visit.of(fr: "Ce mot de passe n’est pas le bon.", en: "That is not the password.")
        case .throttled(let wait):
            visit.of(
                fr: "Trop de mots de passe faux : réessayez dans \(visit.length(wait)).",
                en: "Too many wrong passwords: try again in \(visit.length(wait)).")
        }
    }
}
