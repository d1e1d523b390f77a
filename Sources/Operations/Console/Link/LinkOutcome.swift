import Domain

/// What became of one line.
enum LinkOutcome: Sendable, Equatable {
    /// Written and queued.
    case linked
    /// They were one pair before.
    case alreadyLinked
    case refused(LinkRefusal)

    var isRefusal: Bool {
        switch self {
        case .linked, .alreadyLinked: false
        case .refused: true
        }
    }
}

/// Why two records are not linked; the raw value is for scripts.
enum LinkRefusalCode: String, Sendable, CaseIterable {
    case hubspotUnknown = "HUBSPOT_UNKNOWN"
    /// It lives on under another id.
    case hubspotMerged = "HUBSPOT_MERGED"
    case artisUnknown = "ARTIS_UNKNOWN"
    case hubspotLinked = "HUBSPOT_LINKED"
    case artisLinked = "ARTIS_LINKED"
    case otherCompany = "OTHER_COMPANY"
    /// R20: the triple makes the action another activity, or none.
    case otherType = "OTHER_TYPE"
    /// A worker has one of them in hands.
    case underWay = "UNDER_WAY"
    case lineUnreadable = "LINE_UNREADABLE"
}

struct LinkRefusal: Error, Equatable {
    var code: LinkRefusalCode
    /// Ids and words of the vocabulary.
    var detail: String

    init(_ code: LinkRefusalCode, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }
}
