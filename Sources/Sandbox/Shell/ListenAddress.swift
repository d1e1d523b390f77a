import ArgumentParser

/// `HOST:PORT` on the command line; port 0 lets the system choose.
struct ListenAddress: ExpressibleByArgument {
    let host: String
    let port: Int

    /// The loopback interface, on a port that the system chooses.
    static let anyPort = ListenAddress(host: "127.0.0.1", port: 0)

    private init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"), let port = Int(argument[argument.index(after: colon)...]),
            (0...65535).contains(port), colon > argument.startIndex
        else { return nil }
        host = String(argument[..<colon])
        self.port = port
    }

    var defaultValueDescription: String { "\(host):\(port)" }
}
