import Artis
import Database
import Domain
import HTTP
import HubSpot
import Oversight
import Pipeline
import Trades

/// What would become of HubSpot's deals, contacts and activities that are not linked, were every company that would open
/// open already (R10, R12, R15–R20, R28).
struct ForecastDependants {
    let forecast: Forecast

    private var reference: ReferenceData { forecast.reference }

    func hubspot(_ objects: [HubSpotObject], _ kind: Kind) async throws -> PlanLine {
        var line = PlanLine()
        let trade = Self.trade(kind)
        let homes = try await ForecastHomes(forecast: forecast, kind: kind).read(objects.map(\.id))
        var mails: [(mail: String, tiers: ID<ArtisRecord>)] = []
        for object in objects {
            let reading = trade.reading(
                Pair(unknown: kind, hubspotID: object.id), object, reference: reference, pipeline: forecast.pipeline)
            let choice = homes.choices[object.id] ?? .none
            let home = choice.home.flatMap { homes.open[$0] }
            let decision = Gate.dependant(
                Dependant(
                    latched: false, box: reading.box, pipeline: reading.pipeline, mapping: reading.mapping,
                    choice: choice, standing: home == nil ? .notSynced : .open))
            guard decision == .go else {
                line.hold(decision)
                continue
            }
            if lacksRole(object, kind) {
                line.hold(.blocked(.roleMissing, detail: LabelTable.hubspotRole))
                continue
            }
            line.create += 1
            if kind == .contact, let mail = reading.values.values[.email], let tiers = home?.tiers {
                mails.append((mail, tiers))
            }
        }
        let linked = try await linked(mails)
        line.create -= linked
        line.link += linked
        return line
    }

    static func trade(_ kind: Kind) -> any DependantTrade {
        switch kind.role {
        case .deal: DealTrade()
        case .contact: ContactTrade()
        case .company, .activity: ActivityTrade()
        }
    }

    /// R2: the creator is somebody whom artis knows, and artis has no such role.
    private func lacksRole(_ object: HubSpotObject, _ kind: Kind) -> Bool {
        guard kind == .deal, let creator = object.properties[HubSpotName.creator] else { return false }
        return reference.people.collaborateur(of: ID<HubSpotUser>(creator)) != nil
            && !reference.roles.known(LabelTable.hubspotRole)
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
