import Domain
import Oversight

extension PageFault {
    /// For the log: a constant.
    var constant: String {
        switch self {
        case .notFound: "not found"
        case .forged: "forged form"
        case .badForm: "bad form"
        case .tooLarge: "too large"
        case .wrongHost: "wrong host"
        case .throttled: "throttled"
        case .failure(let failure): failure.sentence(.en)
        }
    }

    /// - Parameter isLook: somebody looked at a page. Else they pressed a button: `visit.here` is where they came from, and
    ///   the address that was called is nothing to look at again.
    func view(_ visit: Visit, isLook: Bool) -> View {
        View(heading(visit.language), status: status, isLive: isLook && isPassing) {
            section(.class("card fault")) {
                h1 { heading(visit.language) }
                p { explanation(visit) }
                p {
                    a(.href(visit.here)) {
                        isLook ? visit.of(fr: "Réessayer", en: "Try again") : visit.of(fr: "Retour", en: "Back")
                    }
                }
            }
        }
    }

    /// It goes by itself: the page looks again.
    private var isPassing: Bool { if case .failure = self { true } else { false } }

    private func heading(_ language: Language) -> String {
        switch self {
        case .notFound: language.of(fr: "Page introuvable", en: "Not found")
        case .forged: language.of(fr: "Action refusée", en: "Action refused")
        case .badForm, .tooLarge: language.of(fr: "Formulaire illisible", en: "Form not understood")
        case .wrongHost: language.of(fr: "Adresse refusée", en: "Address refused")
        case .throttled: language.of(fr: "Trop d’essais", en: "Too many attempts")
        case .failure: language.of(fr: "Momentanément indisponible", en: "Not available at the moment")
        }
    }

    private func explanation(_ visit: Visit) -> String {
        switch self {
        case .notFound:
            visit.of(fr: "Cette page ou cette fiche n’existe pas (ou plus).", en: "There is no such page or record (any more).")
        case .forged:
            visit.of(
                fr: "Ce formulaire ne vient pas de cette session. Rien n’a été fait : rechargez la page et recommencez.",
                en: "This form is not of this session. Nothing was done: reload the page and do it again.")
        case .badForm:
            visit.of(fr: "Un champ manque ou n’est pas valable. Rien n’a été fait.", en: "A field is missing or not valid. Nothing was done.")
        case .tooLarge:
            visit.of(fr: "Le formulaire dépasse 16 Kio. Rien n’a été fait.", en: "The form is over 16 KiB. Nothing was done.")
        case .wrongHost:
            visit.of(
                fr: "Sans DASHBOARD_PASSWORD, ce tableau de bord ne répond qu’à cette machine, par localhost ou 127.0.0.1.",
                en: "Without DASHBOARD_PASSWORD this dashboard answers this machine only, by localhost or 127.0.0.1.")
        case .throttled(let wait):
            visit.of(
                fr: "Trop de mots de passe faux : réessayez dans \(visit.length(wait)).",
                en: "Too many wrong passwords: try again in \(visit.length(wait)).")
        case .failure(let failure): failure.sentence(visit.language)
        }
    }
}
