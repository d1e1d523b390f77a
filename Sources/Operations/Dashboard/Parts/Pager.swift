/// The way to the rows after these. A page holds a hundred at most; one more is read to know whether there are more.
enum Pager {
    static let size = 100

    static func content(_ visit: Visit, first: Place?, next: Place?) -> HTML {
        guard first != nil || next != nil else { return .none }
        return nav(.class("more"), .aria("label", visit.of(fr: "Suite de la liste", en: "More of the list"))) {
            if let first { a(.href(first)) { visit.of(fr: "Au début", en: "Back to the start") } }
            if let next { a(.href(next), Attribute("rel", "next")) { visit.of(fr: "Suite", en: "Next") } }
        }
    }
}
