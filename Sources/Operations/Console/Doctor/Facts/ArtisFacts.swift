import Domain

/// What artis.net is set to. A table is nil where artis has none of its name.
struct ArtisFacts: Sendable {
    var trigger: String?
    var delay: String?
    var roles: LabelTable?
    var civilities: LabelTable?
    var actions: ActionTable?
    var people: [ArtisPerson]
}
