/// Asks before something is done that cannot be undone, or that touches more than one record; says how many.
struct Confirmation {
    let title: String
    let question: HTML
    let action: ActionForm
    /// Where to go instead.
    let back: Place

    func view(_ visit: Visit, _ entry: Entry) -> View {
        View(title, entry, isLive: false) {
            section(.class("card")) {
                h1 { title }
                p { question }
                div(.class("row")) {
                    action.content(visit)
                    a(.href(back)) { visit.of(fr: "Ne rien faire", en: "Do nothing") }
                }
            }
        }
    }
}
