public import Database
public import Domain

extension Settlement {
    /// The pair stands still for the reason that the gate gives.
    public static func held(_ pair: Pair, by decision: GateDecision) -> Settlement {
        var pair = pair
        let (before, after) = (pair.reason, decision.reason)
        pair.state = decision.state ?? .synced
        pair.reason = after
        pair.detail = decision.detail.flatMap { $0.isEmpty ? nil : $0 }
        pair.attempts = 0
        guard before != after, let after else { return Settlement(pair: pair) }
        let event: JournalEntry.Event =
            switch decision {
            case .wait: .waiting
            case .notEligible: .leftOut
            case .blocked, .go: .blocked
            }
        return Settlement(pair: pair, journal: [JournalEntry(event, detail: after.rawValue)])
    }

    public static func blocked(_ pair: Pair, _ reason: Reason, detail: String?) -> Settlement {
        held(pair, by: .blocked(reason, detail: detail ?? ""))
    }

    /// R6: another company holds its SIRET; what it may have held itself is let go.
    public static func duplicate(_ pair: Pair, of holder: String, siret: String? = nil) -> Settlement {
        var pair = pair
        let released = pair.siret
        pair.siret = nil
        var settlement = Settlement.blocked(pair, .siretDuplicate, detail: holder)
        settlement.releasesSIRET = released
        settlement.blockedBySIRET = siret
        return settlement
    }

    /// The pair stops (R26): what it hangs on stays, and it is not created again.
    public static func stopped(_ pair: Pair, _ reason: Reason) -> Settlement {
        var pair = pair
        let isNews = pair.state != .stopped
        let held = pair.siret
        pair.state = .stopped
        pair.reason = reason
        pair.detail = nil
        pair.attempts = 0
        pair.siret = nil
        return Settlement(
            pair: pair, journal: isNews ? [JournalEntry(.stopped, detail: reason.rawValue)] : [], releasesSIRET: held)
    }

    /// Nothing is decided yet: the pair stays as it stands, and is looked at again at the moment given.
    public static func putOff(_ pair: Pair, until moment: Instant) -> Settlement {
        Settlement(pair: pair, answers: false, nextAttemptAt: moment)
    }

    /// The pair is answered as it stands.
    public static func unchanged(_ pair: Pair) -> Settlement { Settlement(pair: pair) }
}
