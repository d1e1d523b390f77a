import Domain
import Oversight

/// One way of finding what is to be brought.
enum BackfillStep: Sendable, Hashable {
    /// Companies that meet R8, by search.
    case companies(ifOpen: OpenCompany)
    /// Ticked deals or contacts, by search.
    case records(Kind)
    /// What hangs on companies that are open, by associations.
    case discovery
    /// Records of artis, by its listing; any kind of activity stands for the actions.
    case listing(Kind)
    /// Of a dry run: what hangs on companies that would open.
    case below(Kind)

    /// What is done about a company that is open already.
    enum OpenCompany: Sendable, Hashable {
        case leave
        /// Looked at, if it has changed.
        case look
        /// What hangs on it is looked for.
        case discover
    }

    var looksAtCompanies: Bool { searchesCompanies || self == .discovery }

    var searchesCompanies: Bool {
        switch self {
        case .companies: true
        case .records, .discovery, .listing, .below: false
        }
    }

    /// The system whose records it finds.
    var system: System {
        switch self {
        case .companies, .records, .discovery, .below: .hubspot
        case .listing: .artis
        }
    }

    /// nil where they are of several.
    var kind: Kind? {
        switch self {
        case .companies: .company
        case .records(let kind), .below(let kind): kind
        case .listing(let kind): kind.role == .activity ? nil : kind
        case .discovery: nil
        }
    }

    var cursorName: String {
        switch self {
        case .companies: "backfill.company"
        case .records(let kind): "backfill.\(kind.rawValue)"
        case .discovery: "backfill.activity"
        case .listing(let kind): "backfill.artis.\(kind.role.rawValue)"
        case .below(let kind): "backfill.below.\(kind.rawValue)"
        }
    }

    /// For the audit: a kind, or that it is about several.
    var noun: String {
        switch self {
        case .discovery: "below"
        case .companies, .records, .listing, .below: kind?.rawValue ?? "activity"
        }
    }

    func name(_ language: Language) -> String {
        switch self {
        case .companies: language.of(fr: "entreprises", en: "companies")
        case .records(.deal): language.of(fr: "transactions", en: "deals")
        case .records: "contacts"
        case .discovery: language.of(fr: "fiches des entreprises ouvertes", en: "records of open companies")
        case .listing(.company): language.of(fr: "tiers d’artis.net", en: "tiers of artis.net")
        case .listing(.deal): language.of(fr: "affaires d’artis.net", en: "affaires of artis.net")
        case .listing(.contact): language.of(fr: "interlocuteurs d’artis.net", en: "interlocuteurs of artis.net")
        case .listing: language.of(fr: "actions d’artis.net", en: "actions of artis.net")
        case .below(let kind):
            language.of(fr: "\(kind.name(.fr)) : sous ces entreprises", en: "\(kind.name(.en)): below these companies")
        }
    }
}
