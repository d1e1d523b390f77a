import Database
import Domain
import HubSpot

/// The next page of companies, seen in the transaction that moves the cursor.
struct SIRETReading {
    let database: Database
    let hubspot: HubSpotClient

    private static let name = "siret.scan"
    private static let call = HubSpotCall(purpose: .scan, lane: .backfill)

    private struct Place: Codable {
        var after: String?
        var done: Bool?
    }

    /// - Parameter property: the name under which the account holds the SIRET (R4).
    /// - Returns: whether all companies are seen.
    func turn(property: String) async throws(PollFailure) -> Bool {
        let place = try await place()
        if place.done == true { return true }
        let page: HubSpotPage
        do throws(HubSpotFailure) {
            page = try await hubspot.list(.company, properties: [property], after: place.after, for: Self.call)
        } catch {
            // A page that HubSpot does not know any more: from the first again.
            if case .refused = error, place.after != nil { try await keep([], Place()) }
            throw PollFailure(error)
        }
        let next = page.after.map { Place(after: $0) } ?? Place(done: true)
        try await keep(page.objects.seen(property).filter { $0.siret != nil }, next)
        return next.done == true
    }

    private func place() async throws(PollFailure) -> Place {
        do throws(DatabaseError) {
            return CursorText.read(try await database.first(ReadCursor(Self.name))) ?? Place()
        } catch {
            throw .database("\(error)")
        }
    }

    private func keep(_ seen: [(company: ID<HubSpotRecord>, siret: String?)], _ next: Place) async throws(PollFailure) {
        do throws(DatabaseError) {
            try await database.transaction { (transaction) async throws(DatabaseError) in
                // The page is no younger than what others have seen while it was on its way.
                if !seen.isEmpty { _ = try await transaction.run(SeeSIRETs(seen, replaces: false)) }
                try await transaction.execute(MoveCursor(Self.name, to: CursorText.write(next)))
            }
        } catch {
            throw .database("\(error)")
        }
    }
}

extension [HubSpotObject] {
    /// The normalised SIRET of each company; nil for one without a valid SIRET.
    func seen(_ property: String) -> [(company: ID<HubSpotRecord>, siret: String?)] {
        map { (company: $0.id, siret: SIRET($0.properties[property] ?? "")?.digits) }
    }
}
