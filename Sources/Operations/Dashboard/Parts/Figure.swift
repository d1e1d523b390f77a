/// A number that a person should see from afar, and what it counts.
struct Figure {
    let value: String
    let caption: String
    let place: Place?
    var tint: String

    init(_ value: String, _ caption: String, to place: Place? = nil, tint: String = "") {
        self.value = value
        self.caption = caption
        self.place = place
        self.tint = tint
    }

    var content: HTML {
        div(.class(tint.isEmpty ? "card" : "card verdict \(tint)")) {
            span(.class("figure")) { value }
            if let place { a(.href(place)) { caption } } else { span(.class("soft")) { caption } }
        }
    }
}
