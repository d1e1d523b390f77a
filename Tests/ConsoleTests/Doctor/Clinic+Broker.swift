import FoundationEssentials
import HTTP
import Logging
import Messaging
import Runtime
import Synchronization
import Testing

extension Clinic {
    /// Makes a queue anew as a classic one, in a virtual host without the policies: what an administrator does by mistake.
    func makeClassic(_ queue: String) async throws {
        let settings = broker.withLock { $0 }
        let base = try #require(settings.management)
        let client = HTTPClient(userAgent: "passerelle-tests", logger: Logger(label: "tests"))
        let credentials = "\(base.user ?? "guest"):\(base.password?.exposed ?? "guest")"
        let host = settings.address.virtualHost
        let calls: [(HTTPRequest.Method, String, JSON?)] = [
            (.delete, "policies/\(host)/passerelle-work", nil), (.delete, "queues/\(host)/\(queue)", nil),
            (.put, "queues/\(host)/\(queue)", ["durable": true, "arguments": ["x-queue-type": "classic"]]),
        ]
        for (method, path, body) in calls {
            let headers: HTTPHeaders = [
                "authorization": "Basic \(Data(credentials.utf8).base64EncodedString())", "content-type": "application/json",
            ]
            let answer = try await client.send(
                HTTPRequest(method, "\(base)/api/\(path)", headers: headers, body: body?.serialise()))
            #expect((200...299).contains(answer.status))
        }
        await client.shutdown()
    }
}
