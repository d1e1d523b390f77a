import FoundationEssentials
public import Glibc
import Synchronization

/// A program of ours as a process of its own. Foundation's `Process` hands its blocked signals on, and the child would
/// then not hear SIGTERM: this one starts with a clean slate, in a process group of its own.
public final class ChildProcess: Sendable {
    public let name: String
    public let pid: pid_t
    /// What it says on stderr goes here.
    public let log: String
    public let environment: [String: String]
    private let output: Int32
    private let ended = Mutex<Int32?>(nil)

    public struct NotStarted: Error {
        public let program: String
        public let code: Int32
    }

    /// - Parameters:
    ///   - environment: the whole of it; nothing is inherited but PATH.
    ///   - log: a file that is appended to.
    public init(
        _ program: String, arguments: [String] = [], environment: [String: String], log: String
    ) throws {
        name = program.split(separator: "/").last.map(String.init) ?? program
        self.log = log
        self.environment = environment
        var pipes: [Int32] = [0, 0]
        guard pipe(&pipes) == 0 else { throw NotStarted(program: program, code: errno) }
        for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        output = pipes[0]
        defer { close(pipes[1]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var variables = environment
        variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, program, &actions, &attributes, argv, envp)
        guard code == 0 else { throw NotStarted(program: program, code: code) }
        self.pid = pid
    }

    deinit {
        if isRunning { kill() }
        close(output)
    }

    /// The first line that it writes to stdout; nil when it ends without one.
    public func firstLine() async -> String? {
        await Self.blocking { [output] in
            var line: [UInt8] = []
            var byte: UInt8 = 0
            while read(output, &byte, 1) == 1 {
                if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
                line.append(byte)
            }
            return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
        }
    }

    /// All that it writes to stdout, until it ends.
    public func everything() async -> String {
        await Self.blocking { [output] in
            var text: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(output, &buffer, buffer.count)
                guard count > 0 else { return String(decoding: text, as: UTF8.self) }
                text += buffer[..<count]
            }
        }
    }

    public var isRunning: Bool { reap(WNOHANG) == nil }

    public func send(_ signal: Int32) { if isRunning { Glibc.kill(pid, signal) } }

    /// SIGTERM, then the exit code: 128 + n when a signal n ended it.
    @discardableResult
    public func stop() async -> Int32 {
        send(SIGTERM)
        return await wait()
    }

    /// SIGKILL, and its end.
    public func kill() {
        send(SIGKILL)
        _ = reap(0)
    }

    public func wait() async -> Int32 {
        await Self.blocking { [self] in reap(0) ?? -1 }
    }

    /// Waits for the end once, for all who ask.
    private func reap(_ options: Int32) -> Int32? {
        ended.withLock { ended in
            if let ended { return ended }
            var status: Int32 = 0
            guard waitpid(pid, &status, options) == pid else { return nil }
            let signal = status & 0x7f
            ended = signal == 0 ? (status >> 8) & 0xff : 128 + signal
            return ended
        }
    }

    /// A thread of its own: a blocked one must not starve the tests' tasks.
    private static func blocking<Value: Sendable>(_ work: @Sendable @escaping () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            let box = Unmanaged.passRetained(ThreadBox { continuation.resume(returning: work()) })
            var thread = pthread_t()
            pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<ThreadBox>.fromOpaque(argument).takeRetainedValue().work()
                    return nil
                }, box.toOpaque())
            pthread_detach(thread)
        }
    }
}

private final class ThreadBox: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @Sendable @escaping () -> Void) { self.work = work }
}
