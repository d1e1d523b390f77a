import ServiceLifecycle

/// A vendor's background work as a service: ends with the program.
struct VendorService: Service {
    let vendor: any Vendor

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await vendor.run()
        }
        try? await gracefulShutdown()
    }
}
