import Foundation
import Glibc

/// The `openssl` command as a server that answers every request with a page of its own.
final class TLSServer {
    enum Certificate: String {
        case valid = "7"
        /// Its last day was yesterday.
        case expired = "-1"
    }

    let port: Int
    /// The certificate, which is its own authority. It names `localhost` only.
    let caFile: String
    private let folder: String
    private let process: Process

    init(_ certificate: Certificate = .valid) throws {
        folder = NSTemporaryDirectory() + "passerelle-tls-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        caFile = folder + "/cert.pem"
        _ = try output(
            """
            cd '\(folder)'
            openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem -out cert.csr \
                -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>&1
            openssl x509 -req -in cert.csr -signkey key.pem -days \(certificate.rawValue) -copy_extensions copyall \
                -out cert.pem 2>&1
            """)
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", caFile, "-key", folder + "/key.pem",
        ]
        let lines = Pipe()
        process.standardOutput = lines
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // "ACCEPT 127.0.0.1:40123", written at once and without a line break.
        var (text, port) = ("", Int?.none)
        while port == nil {
            let part = lines.fileHandleForReading.availableData
            guard !part.isEmpty else { throw Unstarted() }
            text += String(decoding: part, as: UTF8.self)
            port = text.components(after: "127.0.0.1:").flatMap { Int($0) }
        }
        self.port = port ?? 0
    }

    struct Unstarted: Error {}

    deinit {
        // It inherits a thread's blocked signals, and would not hear SIGTERM.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// What a shell command prints.
func output(_ script: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
}
