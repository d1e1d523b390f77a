import Glibc

/// A port of the loopback interface that nobody listens on at the moment.
public enum FreePort {
    public static func find() -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                _ = bind(socket, raw, size)
                _ = getsockname(socket, raw, &size)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
