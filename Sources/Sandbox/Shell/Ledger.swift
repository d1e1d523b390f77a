import Glibc
import Synchronization

/// What survives a restart: a file of lines `{"k":key,"v":value}`, the last line of a key being its value. It is only
/// ever appended to, so a killed process loses no more than the line it was writing; it is rewritten at start.
final class Ledger: Sendable {
    private let path: String
    private let file: Mutex<Int32>

    /// Opens, or begins, `<folder>/<name>.ledger`, and hands back what it holds.
    static func open(folder: String, name: String) throws(LedgerFault) -> (ledger: Ledger, content: [String: JSON]) {
        let path = "\(folder)/\(name).ledger"
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw .cannotOpen(folder) }
        let content = read(path)
        let fresh = path + ".new"
        let file = Glibc.open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o644)
        guard file >= 0 else { throw .cannotOpen(fresh) }
        let ledger = Ledger(path: path, file: file)
        ledger.put(content.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        guard rename(fresh, path) == 0 else { throw .cannotOpen(path) }
        return (ledger, content)
    }

    private init(path: String, file: Int32) {
        self.path = path
        self.file = Mutex(file)
    }

    deinit {
        file.withLock { _ = close($0) }
    }

    /// Remembers values under their keys; nil forgets the key. Handed to the system when this returns.
    func put(_ entries: [(key: String, value: JSON?)]) {
        var bytes: [UInt8] = []
        for (key, value) in entries {
            bytes.append(contentsOf: JSON.object(["k": .string(key), "v": value ?? .null]).bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        file.withLock { file in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        }
    }

    private static func read(_ path: String) -> [String: JSON] {
        var content: [String: JSON] = [:]
        for line in bytes(of: path).split(separator: UInt8(ascii: "\n")) {
            guard let entry = try? JSONReader.read(Array(line)), let key = entry["k"]?.text else { continue }
            content[key] = entry["v"] == .null ? nil : entry["v"]
        }
        return content
    }

    private static func bytes(of path: String) -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return content }
            content.append(contentsOf: chunk.prefix(count))
        }
    }
}

enum LedgerFault: Error {
    case cannotOpen(String)
}
