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

    /// A number, and beneath it what it counts, in the singular or the plural.
    init(
        _ value: Int, _ visit: Visit, fr french: (String, String), en english: (String, String), to place: Place? = nil
    ) {
        self.init(visit.number(value), visit.word(for: value, fr: french, en: english), to: place)
    }

    var content: HTML {
        div(.class(tint.isEmpty ? "card" : "card verdict \(tint)")) {
            span(.class("figure")) { value }
            if let place { a(.href(place)) { caption } } else { span(.class("soft")) { caption } }
        }
    }
}
