public import Runtime

extension BrokerAddress {
    public init(_ settings: Runtime.BrokerAddress) {
        self.init(
            host: settings.host, port: UInt16(clamping: settings.port), user: settings.user,
            password: settings.password.exposed, virtualHost: settings.virtualHost, usesTLS: settings.secure)
    }
}
