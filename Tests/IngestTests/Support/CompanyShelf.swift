import HTTP
import Synchronization

/// A HubSpot that lists companies by their ids, two a page.
final class CompanyShelf: HTTPTransport {
    /// The SIRET property of the companies 1, 2, 3 …
    let sirets: Mutex<[String]>
    /// The paths with queries that were asked for.
    let asked = Mutex<[String]>([])
    /// What HubSpot answers instead, once.
    let spoiled = Mutex<Int?>(nil)

    init(_ sirets: [String]) { self.sirets = Mutex(sirets) }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        asked.withLock { $0.append(request.url) }
        let spoiled = spoiled.withLock { status in
            defer { status = nil }
            return status
        }
        if let spoiled { return HTTPResponse(status: spoiled) }
        let after = request.url.split(separator: "after=").dropFirst().first.flatMap { Int($0) } ?? 0
        let all = sirets.withLock { $0 }
        let page = all.enumerated().dropFirst(after).prefix(2).map { index, siret -> JSON in
            ["id": .string("\(index + 1)"), "properties": ["siret": .string(siret)]]
        }
        var answer: [String: JSON] = ["results": .array(page)]
        if after + 2 < all.count { answer["paging"] = ["next": ["after": .string("\(after + 2)")]] }
        return HTTPResponse(status: 200, body: JSON.object(answer).serialise())
    }
}
