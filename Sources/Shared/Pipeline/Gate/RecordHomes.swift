import Database
import Domain
import HubSpot

/// On which company records of HubSpot's hang: deals and contacts, be they looked at themselves or named by an activity or
/// an address (R12, R21, R28).
struct RecordHomes: Sendable {
    typealias Ends = [ID<HubSpotRecord>: [HubSpotAssociation]]

    /// How long an undecided record waits for a look at its company, which was queued ahead of it.
    static let look: Duration = .seconds(5)

    /// Each record's companies.
    var ends: Ends = [:]
    /// Our rows of the companies that they hang on so far.
    var current: [ID<HubSpotRecord>: PairID] = [:]

    func choice(of id: ID<HubSpotRecord>, companies: [ID<HubSpotRecord>: CompanyRow]) -> CompanyChoice {
        let candidates = (ends[id] ?? []).map { CompanyCandidate($0, row: companies[$0.id]) }
        return .ofRecord(candidates, current: companies.hubspotID(of: current[id]))
    }

    /// Whether a record's primary company takes it from a synced one depends on that company's SIRET, and nobody has
    /// looked at it yet, or at what was told of it since.
    func isUndecided(_ id: ID<HubSpotRecord>, companies: [ID<HubSpotRecord>: CompanyRow]) -> Bool {
        let ends = ends[id] ?? []
        let isUnseen = ends.contains { end in
            end.isPrimary && companies[end.id].map { (!$0.isKnown || $0.hasNews) && !$0.hasSIRET } ?? true
        }
        return isUnseen && ends.contains { companies[$0.id]?.isOpen == true }
    }
}

extension [ID<HubSpotRecord>: CompanyRow] {
    /// HubSpot's company of a row of ours, where it is among these.
    func hubspotID(of row: PairID?) -> ID<HubSpotRecord>? { values.first { $0.id == row }?.hubspotID }
}

extension CompanyCandidate {
    init(_ association: HubSpotAssociation, row: CompanyRow?) {
        self.init(
            id: association.id, isPrimary: association.isPrimary, isSynced: row?.isOpen ?? false,
            hasSIRET: row?.hasSIRET ?? false)
    }
}
