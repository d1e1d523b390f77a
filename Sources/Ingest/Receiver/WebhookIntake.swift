import Database
import Domain
import HubSpot

/// What events of HubSpot's mean to us: which pairs want looking at, and what only an event tells. The truth is read
/// when the work is done.
struct WebhookIntake {
    var changes: [Change] = []
    /// R26.
    var merges: [TellMerge] = []
    /// Records whose values are to be erased.
    var erasures: [RecordKey] = []
    /// Companies that hold no SIRET any more, because they are gone (R9).
    var gone: [ID<HubSpotRecord>] = []
    /// Contacts that hold no address any more, likewise (R28).
    var freed: [ID<HubSpotRecord>] = []
    /// Records on which something may hang that no event tells of: looked at in vain while they were away, or come from
    /// those that were merged into them (R26).
    var gaining: [RecordKey] = []
    /// Deals and contacts whose company may have changed, or that were merged away, and with it the links of their
    /// activities (R12, R26).
    var moved: [(key: RecordKey, mayBeOurs: Bool)] = []
    /// How often an event told of a record what we knew (R25).
    var echoes = 0

    /// - Parameter isNews: whether an event tells something of the record that stands beside it (R25).
    init(_ events: [WebhookEvent], isNews: (WebhookEvent, RecordKey) -> Bool = { _, _ in true }) {
        for event in events {
            let told = Self.told(by: event)
            let news = told.filter { isNews(event, $0) }
            changes += news.map { Change(kind: $0.kind, hubspotID: $0.id, mayBeOurs: event.isByIntegration) }
            echoes += told.count - news.count
            keepWhatOnlyEventsTell(event.kind)
            // Also where the record itself has been looked at since: its activities may not have been.
            if case .associationChanged(let from, let to, _) = event.kind {
                let ends = [from, to].filter { $0.kind == .deal || $0.kind == .contact }
                guard ends.count == 1, from.kind == .company || to.kind == .company else { continue }
                moved += ends.map { (RecordKey(kind: $0.kind, id: $0.id), event.isByIntegration) }
            }
        }
        // Nothing else is to be said of them.
        changes.removeAll { erasures.contains(RecordKey(kind: $0.kind, id: $0.hubspotID)) }
    }

    var isEmpty: Bool { changes.isEmpty && merges.isEmpty && erasures.isEmpty && gone.isEmpty && freed.isEmpty && gaining.isEmpty && moved.isEmpty }

    /// Everything that these events tell of, news or not.
    static func records(of events: [WebhookEvent]) -> [RecordKey] {
        Set(events.flatMap(told)).sorted { ($0.kind.rawValue, $0.id.rawValue) < ($1.kind.rawValue, $1.id.rawValue) }
    }

    private mutating func keepWhatOnlyEventsTell(_ change: WebhookChange) {
        switch change {
        case .merged(let kind, let primary, let merged, let new):
            let survivor = new ?? primary
            merges.append(
                TellMerge(
                    kind: kind, survivor: survivor, losers: merged.filter { $0 != survivor && $0 != primary },
                    winner: survivor == primary ? nil : primary, lane: .live))
            let gone = (merged + [primary]).filter { $0 != survivor }
            lose(kind, gone)
            gaining.append(RecordKey(kind: kind, id: survivor))
            moved += gone.map { (RecordKey(kind: kind, id: $0), false) }
        case .privacyDeletion(let kind, let id):
            erasures.append(RecordKey(kind: kind, id: id))
            lose(kind, [id])
        case .deleted(let kind, let id):
            lose(kind, [id])
        case .restored(let kind, let id):
            if kind.role != .activity { gaining.append(RecordKey(kind: kind, id: id)) }
        case .created, .changed, .associationChanged, .unknown:
            break
        }
    }

    private mutating func lose(_ kind: Kind, _ ids: [ID<HubSpotRecord>]) {
        if kind == .company { gone += ids }
        if kind == .contact { freed += ids }
    }

    private static func told(by event: WebhookEvent) -> [RecordKey] {
        switch event.kind {
        case .created(let kind, let id), .deleted(let kind, let id), .restored(let kind, let id),
            .changed(let kind, let id, _, _), .privacyDeletion(let kind, let id):
            [RecordKey(kind: kind, id: id)]
        case .merged(let kind, let primary, _, let new):
            // What becomes of the others stands in their own rows, where they have one.
            [RecordKey(kind: kind, id: new ?? primary)]
        case .associationChanged(let from, let to, _):
            [(from, to), (to, from)].filter { $0.concerns($1) }.map { RecordKey(kind: $0.0.kind, id: $0.0.id) }
        case .unknown:
            []
        }
    }
}

extension WebhookEnd {
    /// Whether what this record hangs on has changed (R12, R21): its company has, or of an activity a contact or deal. A
    /// company does not change by what hangs on it, nor a contact by the calls with it.
    fileprivate func concerns(_ other: WebhookEnd) -> Bool {
        kind.isDependant && (other.kind == .company || kind.role == .activity) && other.kind.role != .activity
    }
}
