import Hummingbird

extension Site {
    /// Every address of the dashboard.
    func routes() -> Routes {
        let routes = Router(context: DoorContext.self, options: .autoGenerateHeadEndpoints)
        routes.add(middleware: Entrance(site: self))
        Asset.add(to: routes)
        addSignIn(to: routes)
        show("/", in: routes) { site, visit throws(PageFault) in try await Overview.read(site).view(visit) }
        show("/attention", in: routes) { site, visit throws(PageFault) in try await AttentionPage.read(site).view(visit) }
        show("/waiting", in: routes) { site, visit throws(PageFault) in try await WaitingPage.read(site, visit).view(visit) }
        show("/records", in: routes) { site, visit throws(PageFault) in try await RecordsPage.read(site, visit).view(visit) }
        show("/queues", in: routes) { site, visit throws(PageFault) in try await QueuesPage.read(site).view(visit) }
        show("/limiter", in: routes) { site, visit throws(PageFault) in try await LimiterPage.read(site, visit).view(visit) }
        show("/workers", in: routes) { site, visit throws(PageFault) in try await WorkersPage.read(site).view(visit) }
        show("/audit", in: routes) { site, visit throws(PageFault) in try await AuditPage.read(site, visit).view(visit) }
        show("/repairs", in: routes) { site, visit throws(PageFault) in try await RepairsPage.read(site, visit).view(visit) }
        SearchPage.add(to: routes, of: self)
        RecordPage.add(to: routes, of: self)
        RecordActions.add(to: routes, of: self)
        RetryAll.add(to: routes, of: self)
        DeadActions.add(to: routes, of: self)
        PauseActions.add(to: routes, of: self)
        return routes
    }
}
