import Synchronization

/// Where both servers listen; tells the world, in one line of JSON on stdout, once both do.
final class Listening: Sendable {
    private let ports = Mutex<[VendorName: String]>([:])

    func began(_ vendor: VendorName, host: String, port: Int) {
        let line: String? = ports.withLock { ports in
            ports[vendor] = "http://\(host):\(port)"
            guard ports.count == VendorName.allCases.count else { return nil }
            let urls = ports.map { ($0.key.rawValue, JSON.string($0.value)) }
            return JSON.object(Dictionary(uniqueKeysWithValues: urls)).written
        }
        if let line { StandardOutput.write(line + "\n") }
    }
}
