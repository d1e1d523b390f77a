import Foundation
import Logging
import Runtime
import Synchronization
import Testing

@testable import Observability

@Suite struct LogTests {
    final class Lines: Sendable {
        private let state = Mutex<[String]>([])
        func add(_ line: String) { state.withLock { $0.append(line) } }
        var all: [String] { state.withLock { $0 } }
    }

    let lines = Lines()

    func logger(_ format: LogFormat, level: Logger.Level = .info) -> Logger {
        Logger(label: "test") { [lines] _ in
            LineLogHandler(program: "deal-worker", level: level, format: format) { lines.add($0) }
        }
    }

    func object() throws -> [String: String] {
        let line = try #require(lines.all.last)
        #expect(!line.contains("\n"))
        return try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    }

    @Test func `a JSON line has time, level, message, program, then its keys`() throws {
        logger(.json).info("settled", [.kind: "deal", .hubspotID: "4102", .durationMilliseconds: "12"])
        let object = try object()
        #expect(Set(object.keys) == ["time", "level", "message", "program", "kind", "hubspot_id", "duration_ms"])
        #expect(object["level"] == "info" && object["message"] == "settled" && object["program"] == "deal-worker")
        #expect(object["time"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z/) != nil)
        #expect(lines.all.last?.hasPrefix(#"{"time":""#) == true)
    }

    @Test(arguments: [
        "\"quoted\"", "back\\slash", "line\nbreak\r", "tab\t", "\u{0}\u{1}\u{1B}[31m", "é€😀\u{2028}", "{\"a\":1}", "",
    ])
    func `any text survives a JSON line`(text: String) throws {
        logger(.json).error("failed", [.error: "\(text)"])
        #expect(try object()["error"] == text)
    }

    @Test func `nested keys stay JSON`() throws {
        let nested: Logger.MetadataValue = ["a\"b": ["x", "y\n"]]
        logger(.json).log(level: .info, "m", metadata: ["k": nested])
        let line = try #require(lines.all.last)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
        #expect(object["k"] as? NSDictionary == ["a\"b": ["x", "y\n"]])
    }

    @Test func `a foreign key never hides one of ours`() throws {
        logger(.json).log(level: .info, "m", metadata: ["message": "theirs", "time": "never"])
        #expect(try object()["message"] == "m")
        #expect(try object()["message_"] == "theirs")
    }

    @Test func `a line for people is one line, whatever it is told`() throws {
        logger(.text).warning("refused", [.error: "bad \u{1B}[2J\nINFO forged", .kind: "deal"])
        let line = try #require(lines.all.last)
        #expect(!line.contains("\n") && !line.contains("\u{1B}"))
        #expect(
            line.wholeMatch(
                of: /\d\d:\d\d:\d\d\.\d{3} WARNING  refused  error="bad \\u001b\[2J\\nINFO forged" kind=deal/) != nil)
    }

    @Test(arguments: LogFormat.allCases) func `a secret is never in a line`(format: LogFormat) throws {
        let settings = HubSpotSettings(baseURL: try #require(BaseURL("https://h")), token: Secret("hunter2"))
        let logger = logger(format)
        logger.info("one", [.detail: "\(settings.token)", .error: "\(settings)"])
        logger.log(level: .info, "two", metadata: ["k": .stringConvertible(settings.token)])
        #expect(lines.all.count == 2)
        #expect(lines.all.allSatisfy { $0.contains("***") && !$0.contains("hunter2") })
    }

    @Test func `keys of a quiet level are not even made`() {
        logger(.json, level: .warning).info("quiet", [.detail: made()])
        #expect(lines.all.isEmpty)
    }

    private func made() -> Logger.MetadataValue {
        Issue.record("made")
        return "made"
    }

    @Test func `a logger with keys carries them, and the line's own win`() throws {
        let logger = logger(.json).with([.kind: "deal", .lane: "live"])
        logger.notice("m", [.lane: "backfill"])
        #expect(try object()["kind"] == "deal")
        #expect(try object()["lane"] == "backfill")
    }

    @Test func `settings that do not exist are warned of, without their values`() throws {
        Log.warn(of: UnknownSetting.all(in: ["HUBSPOT_POL_SECONDS": "hunter2"]), to: logger(.json))
        #expect(try object()["setting"] == "HUBSPOT_POL_SECONDS")
        #expect(try object()["suggestion"] == "HUBSPOT_POLL_SECONDS")
        #expect(try object()["level"] == "warning")
        #expect(lines.all.allSatisfy { !$0.contains("hunter2") })
    }

    @Test func `no key of ours has the name of a fixed field`() {
        #expect(Set(LogKey.allCases.map(\.rawValue)).isDisjoint(with: ["time", "level", "message", "program"]))
    }
}
