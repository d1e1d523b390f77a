import Hummingbird

extension Site {
    /// Every address of the dashboard.
    func routes() -> Routes {
        let routes = Router(context: DoorContext.self)
        routes.add(middleware: Entrance(site: self))
        Asset.add(to: routes)
        addSignIn(to: routes)
        show("/", in: routes) { site, visit throws(PageFault) in try await Overview.read(site).view(visit) }
        return routes
    }
}
