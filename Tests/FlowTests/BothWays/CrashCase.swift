import Database
import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// Where a worker is killed: the call that it is held in, or its commit.
struct CrashCase: CustomTestStringConvertible {
    enum Step: String, CaseIterable {
        /// While it reads the side of the person.
        case reads
        /// While the other side has not begun the write.
        case writes
        /// While the other side has written, and the answer is on its way.
        case written
        /// While the commit waits for a lock.
        case commit
    }

    var kind: Kind
    /// Where the person works.
    var side: System
    var step: Step

    var testDescription: String { "\(kind.rawValue) of \(side.rawValue), \(step.rawValue)" }

    /// Contacts and activities go the way of deals; without `PASSERELLE_FULL=1` they die with the write done alone.
    static let all = [Kind.company, .deal, .contact, .call].flatMap { kind in
        [System.hubspot, .artis].flatMap { side in
            steps(kind).map { CrashCase(kind: kind, side: side, step: $0) }
        }
    }

    private static func steps(_ kind: Kind) -> [Step] {
        let isFull = ProcessInfo.processInfo.environment["PASSERELLE_FULL"] == "1"
        return isFull || kind == .company || kind == .deal ? Step.allCases : [.written]
    }

    /// What tells the record from all others, on each side.
    var mark: (there: String, here: String, value: String) {
        switch kind {
        case .company: ("SIRET", "siret", Fresh.siret)
        case .contact: ("email", "mail", Fresh.mail)
        case .deal: ("dealname", "intitule", "Marque \(Fresh.number)")
        case .call, .meeting, .email: ("hs_call_title", "objet", "Marque \(Fresh.number)")
        }
    }

    /// What a person changes.
    var edit: (there: String, here: String) {
        switch kind {
        case .company: ("city", "ville")
        case .contact: ("jobtitle", "fonction")
        case .deal: ("amount", "montant")
        case .call, .meeting, .email: ("hs_call_body", "compteRendu")
        }
    }

    var program: String { "\(kind.role.rawValue)-worker" }

    /// What holds the call; see the sandbox's README.
    func fault(creates: Bool) -> JSON {
        let read = side == .hubspot ? "/crm/v3/objects/\(kind.inHubSpot)/batch/read" : "/v1/\(kind.inArtis)/lecture"
        let write =
            side == .artis
            ? "/crm/v3/objects/\(kind.inHubSpot)/batch/\(creates ? "create" : "update")" : "/v1/\(kind.inArtis)/lots"
        return switch step {
        case .reads: ["kind": "delay", "path": .string(read), "delay_ms": 8_000, "count": 1]
        case .writes: ["kind": "delay", "path": .string(write), "delay_ms": 8_000, "count": 1]
        case .written: ["kind": "slow-body", "path": .string(write), "delay_ms": 8_000, "count": 1]
        case .commit: ["kind": "delay", "path": .string(write), "delay_ms": 1_000, "count": 1]
        }
    }
}

/// Pairs of a kind that wait for a worker.
struct WaitingWork: Statement {
    var kind: Kind

    static let sql = "SELECT count(*) FROM pair WHERE kind = $1 AND wanted > applied"

    var parameters: [Parameter] { [.text(kind.rawValue)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}

/// Locks the rows of a kind that are worked on.
struct LockWork: Statement {
    var kind: Kind

    static let sql = "SELECT id FROM pair WHERE kind = $1 AND wanted > applied ORDER BY id FOR UPDATE"

    var parameters: [Parameter] { [.text(kind.rawValue)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}

/// Whether a program of this name waits for a lock.
struct WorkerWaits: Statement {
    var program: String

    static let sql = """
        SELECT count(*) > 0 FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = $1 AND wait_event_type = 'Lock'
        """

    var parameters: [Parameter] { [.text(program)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
