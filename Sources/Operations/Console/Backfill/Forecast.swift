import Artis
import Database
import Domain
import HTTP
import HubSpot
import Oversight
import Synchronization

/// What a dry run would do with what it found: records that the other system has by rule are linked (R4, R28), the others
/// are created there. A contact is looked for by its mail alone; whether it hangs on the same company shows when it is
/// worked on.
struct Forecast: Sendable {
    struct Count: Sendable, Equatable {
        var created = 0
        var linked = 0

        mutating func add(_ other: Count) {
            created += other.created
            linked += other.linked
        }
    }

    let hubspot: HubSpotClient
    let artis: ArtisClient
    let database: Database
    let pacing: BackfillPacing
    /// R4: the name under which the account holds the SIRET.
    var siretProperty: String?
    let book: Book

    /// SIRETs and mails that were counted in HubSpot: the same entity is not counted again where artis lists it.
    final class Book: Sendable {
        private let keys = Mutex<Set<String>>([])
        private let opening = Mutex<[ID<HubSpotRecord>]>([])

        /// Companies that would open.
        var companies: [ID<HubSpotRecord>] { opening.withLock { $0 } }
        func add(companies: [ID<HubSpotRecord>]) { opening.withLock { $0 += companies } }

        func add(_ counted: [String]) { keys.withLock { $0.formUnion(counted) } }
        func without(_ listed: [String]) -> [String] { keys.withLock { keys in listed.filter { !keys.contains($0) } } }
    }

    /// Of records of HubSpot that are not linked.
    func hubspot(_ objects: [HubSpotObject], _ kind: Kind) async throws -> Count {
        switch kind {
        case .company:
            let sirets = objects.compactMap { object in
                siretProperty.flatMap { SIRET(object.properties[$0] ?? "")?.digits }
            }
            book.add(sirets)
            book.add(companies: objects.map(\.id))
            let found = try await read(.tiers, .sirets(sirets))
            let held = Set(found.map { Canonical.siret($0.fields[ArtisFieldName.siret]?.text ?? "") })
            return Self.count(sirets, held)
        case .contact:
            let mails = objects.compactMap { $0.properties["email"].map(Canonical.mail) }
            book.add(mails)
            let found = try await read(.interlocuteurs, .mails(mails))
            let linked = Self.count(mails, Set(found.map { Canonical.mail($0.fields[ArtisFieldName.mail]?.text ?? "") }))
            return Count(created: objects.count - linked.linked, linked: linked.linked)
        case .deal, .call, .meeting, .email:
            return Count(created: objects.count, linked: 0)
        }
    }

    /// Of records of artis that left no row. A tiers without a valid SIRET is neither: somebody must mend it (R6).
    func artis(_ records: [ArtisObject], _ kind: Kind) async throws -> Count {
        switch kind {
        case .company:
            let sirets = book.without(
                records.compactMap { SIRET($0.fields[ArtisFieldName.siret]?.text ?? "")?.digits })
            let rows = try await ask { () async throws(DatabaseError) in try await database.run(FindSIRETs(sirets)) }
            return Self.count(sirets, Set(rows.map(\.siret)))
        case .contact:
            let all = records.compactMap { $0.fields[ArtisFieldName.mail]?.text.map(Canonical.mail) }.filter { !$0.isEmpty }
            let mails = book.without(all)
            let found =
                mails.isEmpty
                ? [:]
                : try await pacing.run { () async throws(HubSpotFailure) in
                    try await hubspot.read(
                        .contact, by: "email", values: mails, properties: [],
                        for: HubSpotCall(purpose: .backfill, lane: .backfill))
                }
            return Count(created: records.count - (all.count - mails.count) - found.count, linked: found.count)
        case .deal, .call, .meeting, .email:
            return Count(created: records.count, linked: 0)
        }
    }

    /// - Returns: of these keys, how many the other side holds, and how many it does not.
    private static func count(_ keys: [String], _ held: Set<String>) -> Count {
        let linked = keys.count(where: held.contains)
        return Count(created: keys.count - linked, linked: linked)
    }

    private func read(_ collection: ArtisCollection, _ keys: ArtisKeys) async throws -> [ArtisObject] {
        try await pacing.run { () async throws(ArtisFailure) in try await artis.read(collection, keys).records }
    }
}
