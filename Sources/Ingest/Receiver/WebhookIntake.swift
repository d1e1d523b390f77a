import Database
import Domain
import HubSpot

/// What events of HubSpot's mean to us: which pairs want looking at. The truth is read when the work is done.
struct WebhookIntake {
    var changes: [Change] = []

    init(_ events: [WebhookEvent]) {
        changes = events.flatMap(Self.changes(of:))
    }

    var kinds: [Kind] { Set(changes.map(\.kind)).sorted { $0.rawValue < $1.rawValue } }

    private static func changes(of event: WebhookEvent) -> [Change] {
        switch event.kind {
        case .created(let kind, let id), .deleted(let kind, let id), .restored(let kind, let id),
            .changed(let kind, let id, _), .privacyDeletion(let kind, let id):
            [Change(kind: kind, hubspotID: id)]
        case .merged(let kind, let primary, let merged, let new):
            ([primary] + merged + [new].compactMap { $0 }).map { Change(kind: kind, hubspotID: $0) }
        case .associationChanged(let from, let to):
            // A company does not change by what hangs on it; what hangs there may have moved.
            [from, to].filter { $0.kind.isDependant }.map { Change(kind: $0.kind, hubspotID: $0.id) }
        case .unknown:
            []
        }
    }
}
