import FoundationEssentials
import Glibc

/// Where the programs are that were built with the tests.
public enum Built {
    public static func program(_ name: String) -> String { folder + "/" + name }

    /// The folder of the running test bundle.
    static let folder: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let path = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    }()
}
