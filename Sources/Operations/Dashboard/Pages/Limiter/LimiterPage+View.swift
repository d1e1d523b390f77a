import Database
import Domain
import Oversight
import Runtime

extension LimiterPage {
    func view(_ visit: Visit) -> View {
        View(Entry.limiter.name(visit.language), .limiter) {
            h1 { visit.of(fr: "Appels à HubSpot", en: "Calls to HubSpot") }
            if let warning = delay?.warning { p(.class("notice")) { visit.language.sentence(warning) } }
            if let until = quota?.closedUntil {
                p(.class("notice")) {
                    visit.of(fr: "Le quota du jour est atteint : plus d’appels avant ", en: "The day's quota is reached: no calls before ")
                    visit.moment(until)
                }
            }
            cards(visit)
            section(.class("card"), .aria("labelledby", "line")) {
                h2(.id("line")) { visit.of(fr: "Les deux dernières minutes", en: "The last two minutes") }
                CallLine(
                    stamps: stamps, perSecond: perSecond("main", orElse: .milliseconds(500)),
                    searchesPerSecond: perSecond("search", orElse: .milliseconds(250)), seconds: Self.span, now: visit.now
                ).content(visit)
            }
            section(.class("card"), .aria("labelledby", "purposes")) {
                h2(.id("purposes")) { visit.of(fr: "Aujourd’hui, par usage", en: "Today, by purpose") }
                purposes(visit)
            }
        }
    }

    private func cards(_ visit: Visit) -> HTML {
        div(.class("cards")) {
            for limit in limits where limit.name != "daily" {
                Figure(
                    "\(visit.number(Int(limit.nextIn.milliseconds))) ms",
                    visit.of(
                        fr: "avant le prochain appel\(limit.name == "search" ? " de recherche" : "") (un toutes les \(limit.spacing.milliseconds) ms)",
                        en: "until the next \(limit.name == "search" ? "search" : "call") (one every \(limit.spacing.milliseconds) ms)")
                ).content
            }
            Figure(
                calls.values.reduce(0, +), visit, fr: ("appel aujourd’hui", "appels aujourd’hui"), en: ("call today", "calls today")
            ).content
            if let quota, let total = quota.quota, let left = quota.remaining, let askedAt = quota.askedAt {
                let one = visit.word(for: left, fr: ("restant", "restants"), en: ("left", "left"))
                Figure(
                    visit.number(left),
                    visit.of(
                        fr: "\(one) sur \(visit.number(total)), dont \(visit.number(quota.reserve)) en réserve, au \(visit.clock(askedAt))",
                        en: "\(one) of \(visit.number(total)), \(visit.number(quota.reserve)) of them in reserve, as of \(visit.clock(askedAt))")
                ).content
            }
        }
    }

    private func purposes(_ visit: Visit) -> HTML {
        guard !calls.isEmpty else { return p { visit.of(fr: "Aucun appel.", en: "No calls.") } }
        return Grid(
            [.init(title: visit.of(fr: "Usage", en: "Purpose")), .init(title: visit.of(fr: "Appels", en: "Calls"), isNumber: true)],
            rows: CallPurpose.allCases.compactMap { purpose in
                calls[purpose].map { Grid.Row(id: "p-\(purpose.rawValue)", cells: [.text(Self.name(purpose, visit)), .text(visit.number($0))]) }
            }
        ).content
    }

    private static func name(_ purpose: CallPurpose, _ visit: Visit) -> String {
        switch purpose {
        case .read: visit.of(fr: "lecture des fiches", en: "reading records")
        case .associations: visit.of(fr: "associations", en: "associations")
        case .discovery: visit.of(fr: "découverte de ce qui existait", en: "discovery of what was there")
        case .write: visit.of(fr: "écriture", en: "writing")
        case .poll: visit.of(fr: "recherche de changements", en: "searching for changes")
        case .backfill: visit.of(fr: "rattrapage", en: "backfill")
        case .verify: visit.of(fr: "vérification", en: "reconciliation")
        case .scan: visit.of(fr: "recensement des SIRET", en: "scan of SIRETs")
        case .reference: visit.of(fr: "données de référence", en: "reference data")
        case .operator: visit.of(fr: "demandes d’une personne", en: "asked by a person")
        }
    }
}
