import Database
import Domain

/// How a record is named and linked to, the same on every page.
extension RecordRow {
    var place: Place { Place("records", kind.rawValue, "\(id)") }

    /// Its name, or its kind and an id while no name is held.
    func called(_ language: Language) -> String {
        name?.clipped(to: .name) ?? "\(kind.name(language)) \(hubspotID?.rawValue ?? artisID?.rawValue ?? "\(id)")"
    }

    func companyCalled(_ id: PairID, _ visit: Visit) -> HTML {
        bdi { companyName?.clipped(to: .name) ?? visit.numbered(id) }
    }

    /// Apart from what stands beside it: a name may run from right to left.
    func anchor(_ language: Language) -> HTML { a(.href(place)) { bdi { called(language) } } }

    /// Its name, and beneath it what it is.
    func cell(_ language: Language) -> HTML {
        .group([anchor(language), small(.class("id")) { name == nil ? ids : kind.name(language) + " · " + ids }])
    }

    var ids: String {
        [hubspotID.map { "HubSpot \($0)" }, artisID.map { "artis.net \($0)" }].compactMap { $0 }.joined(separator: " · ")
    }

    func why(_ language: Language) -> String { (reason?.why(language, detail: detail) ?? "").clipped(to: .value) }
}

extension Visit {
    /// A row of ours that has no name.
    func numbered(_ id: some CustomStringConvertible) -> String { of(fr: "n° \(id)", en: "no. \(id)") }

    /// What a button says, and what it is about.
    func labelled(_ label: String, _ about: String) -> String { of(fr: "\(label) : \(about)", en: "\(label): \(about)") }
}
