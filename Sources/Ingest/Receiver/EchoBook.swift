import Database
import Domain
import HubSpot

/// R25: tells events that our own writes have caused from news, by what is known of their records.
///
/// No event is taken for an echo unless what it tells of is certain to be what we hold, or is about to be read: a change
/// that is dropped here is told by nobody but the poller.
struct EchoBook {
    typealias Meaning = (Kind, _ property: String, _ value: String) -> PropertyMeaning

    private let known: [RecordKey: KnownRecord]
    private let meaning: Meaning

    init(_ known: [KnownRecord], meaning: @escaping Meaning) {
        self.known = Dictionary(known.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        self.meaning = meaning
    }

    func isNews(_ event: WebhookEvent, of record: RecordKey) -> Bool {
        guard let known = known[record] else { return true }
        switch event.kind {
        case .created: return !known.isRead
        case .changed(_, _, let property?, let value): return isNews(property, value, of: known)
        case .associationChanged(let from, let to, let removed):
            let other = RecordKey(kind: from.kind, id: from.id) == record ? to : from
            // A synced record that keeps what it has, or is rid of what it has not, has not moved.
            return !known.isSettled || known.holds(other) == removed
        case .changed(_, _, nil, _), .deleted, .restored, .merged, .privacyDeletion, .unknown: return true
        }
    }

    private func isNews(_ property: String, _ value: String?, of known: KnownRecord) -> Bool {
        // Our own mark; and R11: neither the box nor the stage of life stops a sync that has begun.
        if property == HubSpotName.reference { return false }
        if known.isLatched, property == HubSpotName.box || property == HubSpotName.lifecycleStage { return false }
        guard let value else { return true }
        switch meaning(known.record.kind, property, value) {
        case .nothing: return false
        case .asSynced: return !known.isSettled
        case .unclear: return true
        case .value(let field, let value):
            // Being written: whoever writes it has read the rest, or reads again.
            if let writing = known.echo[field.rawValue], (writing ?? "") == (value ?? "") { return false }
            // Between two syncs only: while a worker is at work, what was last synced is behind what it has read.
            return !known.isSettled || known.isWarned(of: field) || known.synced[field] ?? "" != value ?? ""
        }
    }
}

extension KnownRecord {
    fileprivate func holds(_ other: WebhookEnd) -> Bool {
        other.kind == .company ? company == other.id : links.contains(RecordKey(kind: other.kind, id: other.id))
    }

    /// The value in HubSpot is not the one last synced, which stands in its place.
    fileprivate func isWarned(of field: Field) -> Bool {
        warnings.contains { $0.detail == field.rawValue || ($0.code == .siretNotCarried && field == .siret) }
    }
}
