import Database
import Domain

/// The gate's last look, under locks: a dependant never parks on a company that has opened meanwhile, nor as of no
/// company where its own has stopped, nor is an activity settled without a link to a contact that has just latched.
struct Gatekeeper {
    let settlements: [Settlement]

    init(_ settlements: [Settlement]) { self.settlements = settlements }

    struct Gated {
        var kept: [Settlement] = []
        /// Activities of companies that have not asked: they leave no row (R13).
        var forgotten: [Settlement] = []
        /// Pairs that must look again, because a record that they are linked with latched meanwhile.
        var missed: [PairID] = []
    }

    func hold(in transaction: Transaction) async throws(DatabaseError) -> Gated {
        let parking = settlements.filter(\.isParking)
        let companies = try await held(Set(parking.compactMap(\.pair.companyID)), in: transaction)
        let duplicates = try await duplicates(in: transaction)
        let passed = try await passed(in: transaction)
        var gated = Gated()
        for var settlement in settlements {
            if settlement.isDuplicate, !duplicates.contains(settlement.pair.id) { settlement.answers = false }
            if passed.contains(settlement.pair.id) {
                settlement.answers = false
                settlement.nextAttemptAt = settlement.pair.lookedAt.map { $0 + .seconds(5) }
            }
            if settlement.isParking, let id = settlement.pair.companyID, let company = companies[id] {
                // Opened meanwhile, or stopped: that is why HubSpot shows no company.
                if settlement.isHomeless ? company.isStopped : company.isOpen { settlement.answers = false }
                if settlement.leavesNoRow(of: company) {
                    gated.forgotten.append(settlement)
                    continue
                }
            }
            gated.kept.append(settlement)
        }
        gated.missed = try await missedLinks(in: transaction)
        return gated
    }

    private func held(_ ids: Set<PairID>, in transaction: Transaction) async throws(DatabaseError) -> [PairID: CompanyRow] {
        guard !ids.isEmpty else { return [:] }
        let rows = try await transaction.run(HoldCompanies(ids.sorted()))
        return Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// R6: the companies whose SIRET another still holds; one that was let go meanwhile wakes nobody any more.
    private func duplicates(in transaction: Transaction) async throws(DatabaseError) -> Set<PairID> {
        let blocked = settlements.filter(\.isDuplicate).map { ($0.pair.id, $0.blockedBySIRET) }
        guard !blocked.isEmpty else { return [] }
        return Set(try await transaction.run(HoldDuplicates(of: blocked)))
    }

    /// R12: those that cannot choose between companies of which one has changed since they were read.
    private func passed(in transaction: Transaction) async throws(DatabaseError) -> Set<PairID> {
        let ambiguous = settlements.compactMap { settlement in
            let pair = settlement.pair
            guard pair.state == .blocked, pair.reason == .companyAmbiguous, let detail = pair.detail, let at = pair.lookedAt
            else { return nil as (pair: PairID, detail: String, lookedAt: Instant)? }
            return (pair.id, detail, at)
        }
        return ambiguous.isEmpty ? [] : Set(try await transaction.run(HoldAmbiguous(ambiguous)))
    }

    private func missedLinks(in transaction: Transaction) async throws(DatabaseError) -> [PairID] {
        let linking = settlements.filter { $0.pair.state == .synced && !($0.links ?? []).isEmpty }
        guard !linking.isEmpty else { return [] }
        let targets = try await transaction.run(HoldLinkTargets(linking.flatMap { $0.links ?? [] }))
        return linking.filter { settlement in
            targets.contains { target in
                !settlement.linkedTargets.contains(target.id)
                    && (settlement.links ?? []).contains(where: target.isEnd)
            }
        }.map(\.pair.id)
    }
}

extension Settlement {
    /// The pair is about to wait for its company.
    fileprivate var isParking: Bool {
        pair.state == .waiting && (pair.reason?.isOfAwaitedCompany == true || isHomeless)
    }

    /// The pair has lost the company that it hung on, if any.
    fileprivate var isHomeless: Bool { pair.state == .waiting && pair.reason == .noCompany }

    /// Blocked because another holds its SIRET. One that holds it itself is blocked by the link of another company with
    /// its tiers, which is not let go of in passing.
    fileprivate var isDuplicate: Bool {
        pair.state == .blocked && pair.reason == .siretDuplicate && pair.siret == nil
    }

    /// R13: activities of a company that has not asked to be synced leave no row; discovery finds them should it ask.
    fileprivate func leavesNoRow(of company: CompanyRow) -> Bool {
        pair.kind.role == .activity && !pair.isLatched && pair.artisID == nil
            && company.isKnown && !company.isOpen && !company.isStopped && !company.hasAsked
    }
}

extension HoldLinkTargets.Row {
    /// Whether a link leads to this contact or deal.
    fileprivate func isEnd(of link: ActivityLink) -> Bool {
        link.kind == kind && link.externalID == (link.system == .hubspot ? hubspotID?.rawValue : artisID?.rawValue)
    }
}
