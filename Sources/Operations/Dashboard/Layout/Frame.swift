import Domain
import Oversight

/// What all pages share: the head, the navigation, the search, who is signed in.
struct Frame {
    let view: View
    let visit: Visit
    let isClosed: Bool
    let notice: Notice?

    var whole: HTML {
        html(.lang(visit.language.rawValue)) {
            Self.head(view.title)
            body {
                a(.class("skip"), Attribute("href", "#main")) { visit.of(fr: "Aller au contenu", en: "Skip to content") }
                top
                div(.id("banner"), .class("banner"), .role("status"), .aria("live", "polite"), Attribute("hidden"), .data("lost", visit.of(fr: "Plus de réponse du tableau de bord depuis", en: "No answer from the dashboard since"))) {}
                div(.class("notices"), .role("status"), .aria("live", "polite")) {
                    if let notice { p(.class(notice.isGood ? "notice good" : "notice")) { notice.sentence(visit.language) } }
                }
                part
                foot
            }
        }
    }

    /// What is fetched again while somebody looks.
    var part: HTML {
        mainPart(
            .id("main"), Attribute("tabindex", "-1"), view.isLive ? .data("live", "2500") : nil, .data("title", view.title),
            .data("token", visit.token)
        ) {
            view.content
        }
    }

    /// A page for somebody who is not signed in.
    static func bare(_ view: View, _ visit: Visit) -> HTML {
        html(.lang(visit.language.rawValue)) {
            head(view.title)
            body(.class("bare")) {
                mainPart(.id("main")) { view.content }
                LanguageSwitch(visit: visit).content
            }
        }
    }

    private static func head(_ text: String) -> HTML {
        Tag("head")() {
            meta(Attribute("charset", "utf-8"))
            title { "\(text) · Passerelle" }
            meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            meta(.name("color-scheme"), Attribute("content", "light dark"))
            stylesheet(Attribute("rel", "icon"), .type("image/svg+xml"), Attribute("href", Asset.icon.path))
            stylesheet(Attribute("rel", "stylesheet"), Attribute("href", Asset.style.path))
            script(Attribute("src", Asset.script.path), Attribute("defer"))
        }
    }

    private var top: HTML {
        header(.class("top")) {
            a(.class("brand"), .href(.overview)) { "Passerelle" }
            form(.class("search"), Attribute("method", "post"), .action(.search), .role("search")) {
                input(.type("hidden"), .name("token"), .value(visit.token))
                label(.class("unseen"), Attribute("for", "q")) { visit.of(fr: "Chercher une fiche", en: "Find a record") }
                input(
                    .id("q"), .type("search"), .name("q"), Attribute("maxlength", "200"), Attribute("autocomplete", "off"),
                    Attribute("placeholder", visit.of(fr: "Nom, SIRET, e-mail ou identifiant", en: "Name, SIRET, e-mail or id")))
                button { visit.of(fr: "Chercher", en: "Find") }
            }
            nav(.aria("label", visit.of(fr: "Pages", en: "Pages"))) {
                ul {
                    for entry in Entry.allCases {
                        li { a(.href(entry.place), entry == view.entry ? .aria("current", "page") : nil) { entry.name(visit.language) } }
                    }
                }
            }
        }
    }

    private var foot: HTML {
        footer {
            if isClosed {
                form(Attribute("method", "post"), .action(.signOut)) {
                    input(.type("hidden"), .name("token"), .value(visit.token))
                    span { visit.of(fr: "Connecté : ", en: "Signed in: "); bdi { visit.session.name }; " " }
                    button(.class("plain")) { visit.of(fr: "Se déconnecter", en: "Sign out") }
                }
            } else {
                p {
                    visit.of(
                        fr: "Sans mot de passe : cette machine seulement. DASHBOARD_PASSWORD ouvre le tableau de bord aux autres.",
                        en: "No password: this machine only. DASHBOARD_PASSWORD opens the dashboard to others.")
                }
            }
            LanguageSwitch(visit: visit).content
            p { small { visit.of(fr: "Heures : ", en: "Times: ") + visit.zone.name } }
        }
    }
}
