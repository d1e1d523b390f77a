import Artis
import Database
import Domain
import HTTP
import HubSpot
import Oversight

/// What would become of HubSpot's deals, contacts and activities that are not linked, were every company that would open
/// open already (R10, R12, R15–R20, R28).
struct ForecastDependants {
    let forecast: Forecast

    func hubspot(_ objects: [HubSpotObject], _ kind: Kind) async throws -> PlanLine {
        var line = PlanLine()
        let choices = try await forecast.choices(of: kind, objects.map(\.id))
        let homes = try await forecast.homes(choices.values.compactMap(\.home))
        var mails: [(mail: String, tiers: ID<ArtisRecord>)] = []
        for object in objects {
            let record = UnlinkedDependant(kind, object, reference: forecast.reference, pipeline: forecast.pipeline)
            let choice = choices[object.id] ?? .none
            let home = choice.home.flatMap { homes[$0] }
            let decision = record.decision(choice: choice, standing: home == nil ? .notSynced : .open)
            guard decision == .go else {
                line.hold(decision)
                continue
            }
            line.create += 1
            if let mail = record.mail, let tiers = home?.tiers { mails.append((mail, tiers)) }
        }
        let linked = try await linked(mails)
        line.create -= linked
        line.link += linked
        return line
    }

    /// R28: of these mails, how many an interlocuteur of the same tiers has whom no pair holds.
    private func linked(_ mails: [(mail: String, tiers: ID<ArtisRecord>)]) async throws -> Int {
        guard !mails.isEmpty else { return 0 }
        let found = try await forecast.read(.interlocuteurs, .mails(mails.map(\.mail)))
        let held = try await forecast.pairs(.contact, artis: found.map(\.id)).filter { $0.value.hubspotID != nil }
        var free: [String: ID<ArtisRecord>] = [:]
        for record in found where held[record.id] == nil {
            guard let tiers = record.home else { continue }
            free["\(Canonical.mail(record.fields[ArtisFieldName.mail]?.text ?? "")) \(tiers.rawValue)"] = record.id
        }
        let linked = Set(mails.compactMap { free["\($0.mail) \($0.tiers.rawValue)"] })
        linked.forEach(forecast.book.link)
        return linked.count
    }
}
