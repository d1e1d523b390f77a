import HTTP
import Synchronization

/// A HubSpot whose records can be searched by when they were modified, a page of two at a time.
final class SearchBook: HTTPTransport {
    struct Record: Sendable {
        var id: String
        /// Milliseconds.
        var modified: Int64
        var isTicked = true
        var siret: String?
        var reference: String?
    }

    let records: Mutex<[Record]>
    /// From which call on HubSpot answers 502.
    private let failing = Mutex<Int?>(nil)
    private let count = Mutex(0)

    init(_ records: [Record]) { self.records = Mutex(records) }

    func fail(from call: Int?) {
        failing.withLock { $0 = call }
        count.withLock { $0 = 0 }
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let call = count.withLock { count in
            count += 1
            return count
        }
        if let first = failing.withLock({ $0 }), call >= first { return HTTPResponse(status: 502) }
        let body = (try? JSON.parse(request.body ?? [])) ?? .null
        let since = body["filterGroups"]?[0]?["filters"]?[0]?["value"]?.text.flatMap { Int64($0) } ?? 0
        let from = body["after"]?.text.flatMap { Int($0) } ?? 0
        let found = records.withLock { $0 }.filter { $0.modified >= since }.sorted { $0.modified < $1.modified }
        var answer: [String: JSON] = [
            "total": .number(JSONNumber(Int64(found.count))),
            "results": .array(found.dropFirst(from).prefix(2).map(Self.object)),
        ]
        if from + 2 < found.count { answer["paging"] = ["next": ["after": .string("\(from + 2)")]] }
        return HTTPResponse(status: 200, body: JSON.object(answer).serialise())
    }

    private static func object(_ record: Record) -> JSON {
        [
            "id": .string(record.id),
            "properties": [
                "synchro_artis": .string(record.isTicked ? "true" : "false"),
                "hs_lastmodifieddate": .string("\(record.modified)"),
                "passerelle_ref": record.reference.map(JSON.string) ?? .null,
                "SIRET": record.siret.map(JSON.string) ?? .null,
            ],
        ]
    }
}
