/// The dashboard's own.
public struct DashboardSettings: SettingsGroup, Hashable {
    public let listen: ListenAddress
    /// Asked for at sign-in; without it only loopback may be listened on.
    public let password: Secret?

    public init(listen: ListenAddress, password: Secret?) {
        self.listen = listen
        self.password = password
    }

    public init(from reader: inout SettingsReader) {
        listen = reader.listen(.dashboardListen, default: ListenAddress(host: "127.0.0.1", port: 8090))
        // Who else could reach it would read every record.
        password =
            listen.isLoopback
            ? reader.optionalSecret(.dashboardPassword)
            : reader.required(
                .dashboardPassword, standIn: Secret(""),
                allowed: "a password; without one DASHBOARD_LISTEN must be this machine alone, such as 127.0.0.1:8090"
            ) { Secret($0) }
    }
}
