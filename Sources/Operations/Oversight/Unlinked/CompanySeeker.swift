package import Domain
package import HubSpot

/// Whoever looks for the companies that records of HubSpot hang on, and is no worker: how it asks. The rule itself (R12)
/// stands in the extension.
package protocol CompanySeeker {
    associatedtype Failure: Error
    typealias Ends = [ID<HubSpotRecord>: [HubSpotAssociation]]

    var reference: ReferenceData { get }

    /// What records are associated with in HubSpot.
    func ends(of kind: Kind, _ ids: [ID<HubSpotRecord>], to other: Kind) async throws(Failure) -> Ends
    /// Those of these companies that are open, or would be.
    func open(_ companies: [ID<HubSpotRecord>]) async throws(Failure) -> Set<ID<HubSpotRecord>>
    /// Companies as HubSpot holds them.
    func read(_ companies: [ID<HubSpotRecord>], _ properties: [String]) async throws(Failure) -> [HubSpotObject]
}

extension CompanySeeker {
    /// The company that each of these records hangs on, as its worker would choose it.
    package func choices(
        of kind: Kind, _ ids: [ID<HubSpotRecord>]
    ) async throws(Failure) -> [ID<HubSpotRecord>: CompanyChoice] {
        let own = try await ends(of: kind, ids, to: .company)
        return kind.role == .activity ? try await ofActivities(kind, ids, own) : try await ofRecords(ids, own)
    }

    private func ofRecords(
        _ ids: [ID<HubSpotRecord>], _ own: Ends
    ) async throws(Failure) -> [ID<HubSpotRecord>: CompanyChoice] {
        let open = try await open(sorted(own.values.joined().map(\.id)))
        let held = try await haveSIRET(disputed(own, open))
        var choices: [ID<HubSpotRecord>: CompanyChoice] = [:]
        for id in ids {
            let candidates = (own[id] ?? []).map { end in
                let isOpen = open.contains(end.id)
                return CompanyCandidate(
                    id: end.id, isPrimary: end.isPrimary, isSynced: isOpen, hasSIRET: isOpen || held.contains(end.id))
            }
            choices[id] = .ofRecord(candidates, current: nil)
        }
        return choices
    }

    /// Only those that hang on no company, or on several, ask for the companies of their deals and contacts.
    private func ofActivities(
        _ kind: Kind, _ ids: [ID<HubSpotRecord>], _ own: Ends
    ) async throws(Failure) -> [ID<HubSpotRecord>: CompanyChoice] {
        let homeless = ids.filter { Set((own[$0] ?? []).map(\.id)).count != 1 }
        let deals = try await companies(of: .deal, beside: homeless, kind)
        let contacts = try await companies(of: .contact, beside: homeless, kind)
        var choices: [ID<HubSpotRecord>: CompanyChoice] = [:]
        for id in ids {
            choices[id] = .ofActivity(
                companies: (own[id] ?? []).map(\.id), deals: deals[id] ?? [], contacts: contacts[id] ?? [])
        }
        return choices
    }

    /// The companies of the deals, or contacts, that each activity is linked with.
    private func companies(
        of other: Kind, beside activities: [ID<HubSpotRecord>], _ kind: Kind
    ) async throws(Failure) -> [ID<HubSpotRecord>: [ID<HubSpotRecord>]] {
        let ends = try await ends(of: kind, activities, to: other)
        let homes = try await choices(of: other, sorted(ends.values.joined().map(\.id)))
        return ends.mapValues { $0.compactMap { homes[$0.id]?.home } }
    }

    /// Primary companies that are not open, of records that hang on one that is as well: whether they take the record
    /// from that one depends on their SIRET, of which nobody need know yet.
    private func disputed(_ own: Ends, _ open: Set<ID<HubSpotRecord>>) -> [ID<HubSpotRecord>] {
        let ends = own.values.filter { ends in ends.contains { open.contains($0.id) } }
        return sorted(ends.joined().filter { $0.isPrimary && !open.contains($0.id) }.map(\.id))
    }

    private func haveSIRET(_ companies: [ID<HubSpotRecord>]) async throws(Failure) -> Set<ID<HubSpotRecord>> {
        guard let property = reference.siretProperty, !companies.isEmpty else { return [] }
        let found = try await read(companies, [property])
        return Set(found.filter { SIRET($0.properties[property] ?? "") != nil }.map(\.id))
    }

    /// Each once.
    private func sorted(_ ids: [ID<HubSpotRecord>]) -> [ID<HubSpotRecord>] {
        Set(ids).sorted { $0.rawValue < $1.rawValue }
    }
}

extension CompanyChoice {
    package var home: ID<HubSpotRecord>? { if case .company(let id) = self { id } else { nil } }
}
