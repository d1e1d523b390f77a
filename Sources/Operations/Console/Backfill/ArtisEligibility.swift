import Artis
import Database
import Domain
import HTTP

/// Which records of artis that left no row are to be brought (R9, R14, R20), as far as they say themselves and as their
/// tiers stands. What the workers find beyond that, such as a SIRET that is missing, is for people to see.
struct ArtisEligibility: Sendable {
    /// R20.
    var actions = ActionTable([])
    /// Kinds of activity that are wanted.
    var kinds: Set<Kind> = Set(Kind.allCases)

    /// How a tiers stands, for what hangs on it.
    enum Home: Sendable, Equatable {
        /// It is synced, or on its way, or a person must mend something first: what hangs on it waits for it.
        case known
        /// It was left out, or stopped.
        case leftOut
        /// It left no row, and its relation is asked.
        case unknown(isSent: Bool)
    }

    /// R9: Suspect, AncienClient and HorsCible are not sent.
    static func isSent(_ tiers: ArtisObject) -> Bool {
        ["Prospect", "Client"].contains(tiers.fields[ArtisFieldName.relation]?.text ?? "")
    }

    static func home(_ row: Pair) -> Home {
        if row.wanted > row.applied { return .known }
        return row.state == .notEligible || row.state == .stopped ? .leftOut : .known
    }

    /// Why a record is left out; nil for one that is to be brought.
    ///
    /// - Parameters:
    ///   - kind: any of the three for an action.
    ///   - home: of what hangs on a tiers; a record that names none waits for ever, and is not brought.
    func obstacle(_ record: ArtisObject, _ kind: Kind, home: Home?) -> Obstacle? {
        guard kind.isDependant else { return Self.isSent(record) ? nil : .because(.relationNotSent) }
        if kind.role == .activity {
            guard let activity = actions.kind(of: record.action) else { return .because(.actionUnmapped) }
            guard kinds.contains(activity) else { return .notAsked }
        }
        switch home {
        case .known: return nil
        case .unknown(let isSent): return isSent ? nil : .because(.companyNotSynced)
        case .leftOut: return .because(.companyNotSynced)
        case nil: return .because(.noCompany)
        }
    }

    enum Obstacle: Sendable, Equatable {
        case because(Reason)
        /// Another kind of activity was asked for.
        case notAsked
    }
}
