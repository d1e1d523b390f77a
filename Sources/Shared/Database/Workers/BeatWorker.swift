/// A long-running program says that it lives, and what it holds.
public struct BeatWorker: Statement {
    public var id: String
    public var program: String
    public var host: String
    public var pid: Int64
    public var version: String
    /// Messages taken from the queues and not settled yet.
    public var held: Int

    public init(id: String, program: String, host: String, pid: Int64, version: String, held: Int) {
        self.id = id
        self.program = program
        self.host = host
        self.pid = pid
        self.version = version
        self.held = held
    }

    public static let sql = """
        INSERT INTO worker (id, program, host, pid, version, held) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO UPDATE SET seen_at = now(), held = excluded.held
        """

    public var parameters: [Parameter] {
        [.text(id), .text(program), .text(host), .int(pid), .text(version), .int(Int64(held))]
    }
}
