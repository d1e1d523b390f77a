import Domain

/// One way of finding what is to be brought.
enum BackfillStep: Sendable, Equatable {
    /// Companies that meet R8, by search.
    case companies(ifOpen: OpenCompany)
    /// Ticked deals or contacts, by search.
    case records(Kind)
    /// What hangs on companies that are open, by associations.
    case discovery

    /// What is done about a company that is open already.
    enum OpenCompany: Sendable {
        case leave
        /// Looked at, if it has changed.
        case look
        /// What hangs on it is looked for.
        case discover
    }

    /// Of the records that this step searches; nil when it asks our own tables.
    var kind: Kind? {
        switch self {
        case .companies: .company
        case .records(let kind): kind
        case .discovery: nil
        }
    }

    var cursorName: String { "backfill.\(kind?.rawValue ?? "activity")" }

    func name(_ language: Language) -> String {
        switch self {
        case .companies: language.of(fr: "entreprises", en: "companies")
        case .records(.deal): language.of(fr: "transactions", en: "deals")
        case .records: "contacts"
        case .discovery: language.of(fr: "fiches des entreprises ouvertes", en: "records of open companies")
        }
    }
}
