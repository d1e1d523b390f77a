import Database
import Domain

/// How a record is named and linked to, the same on every page.
extension RecordRow {
    var place: Place { Place("records", kind.rawValue, "\(id)") }

    /// Its name, or its kind and an id while no name is held.
    func called(_ language: Language) -> String {
        name?.clipped(to: .name) ?? "\(kind.name(language)) \(hubspotID?.rawValue ?? artisID?.rawValue ?? "\(id)")"
    }

    func companyCalled(_ id: PairID) -> String { companyName?.clipped(to: .name) ?? "n° \(id)" }

    func anchor(_ language: Language) -> HTML { a(.href(place)) { called(language) } }

    /// Its name, and beneath it what it is.
    func cell(_ language: Language) -> HTML {
        .group([anchor(language), small(.class("id")) { name == nil ? ids : kind.name(language) + " · " + ids }])
    }

    var ids: String {
        [hubspotID.map { "HubSpot \($0)" }, artisID.map { "artis.net \($0)" }].compactMap { $0 }.joined(separator: " · ")
    }

    func why(_ language: Language) -> String { (reason?.why(language, detail: detail) ?? "").clipped(to: .value) }
}
