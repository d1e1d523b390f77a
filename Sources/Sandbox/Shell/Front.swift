import HTTPTypes
import Hummingbird
import NIOCore

/// The door of one server: reads the body, lets faults strike, asks the vendor, records the call.
struct Front: HTTPResponder {
    typealias Context = FrontContext

    let vendor: any Vendor
    let recorder: Recorder
    let faults: Faults
    let control: Control

    func respond(to request: Request, context: FrontContext) async throws -> Response {
        guard let body = try? await request.body.collect(upTo: vendor.bodyLimit) else {
            let call = Self.call(request, body: [])
            let answer = vendor.tooLarge(call)
            recorder.record(call, by: vendor.name, answer: answer, pathWithQuery: request.uri.string, fault: nil)
            var response = Self.response(answer)
            response.headers[.connection] = "close"
            return response
        }
        let call = Self.call(request, body: Array(body.readableBytesView))
        if call.segments.first == "sandbox" {
            return Self.response(await control.answer(call, of: vendor))
        }
        let fault = faults.strike(call, of: vendor.name)
        let answer = await self.answer(call, spoiledBy: fault)
        recorder.record(
            call, by: vendor.name, answer: answer, pathWithQuery: request.uri.string, fault: fault?.kind.rawValue)
        switch fault?.kind {
        case .drop, .loseAnswer:
            try? await context.channel.close()
            return Response(status: .serviceUnavailable)
        case .slowBody: return Self.dripping(answer, over: fault?.delayMs ?? 0)
        case .status, .delay, .malformed, nil: return Self.response(answer)
        }
    }

    /// The answer to record; what `drop` and `lose-answer` leave unsent has the status 0.
    private func answer(_ call: Call, spoiledBy fault: Fault?) async -> Answer {
        guard let fault else { return await vendor.answer(call) }
        switch fault.kind {
        case .status:
            var headers = ["content-type": "application/json"]
            for (name, value) in fault.headers { headers[name.lowercased()] = value }
            return Answer(status: fault.status, headers: headers, body: Array(fault.body.utf8))
        case .drop:
            return Answer(status: 0)
        case .loseAnswer:
            var answer = await vendor.answer(call)
            answer.status = 0
            return answer
        case .delay:
            try? await Task.sleep(for: .milliseconds(fault.delayMs))
            return await vendor.answer(call)
        case .malformed:
            var answer = await vendor.answer(call)
            answer.body = Array(answer.body.prefix(answer.body.count / 2)) + Array("<".utf8)
            return answer
        case .slowBody:
            return await vendor.answer(call)
        }
    }

    private static func call(_ request: Request, body: [UInt8]) -> Call {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let target = request.uri.string.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = target.first ?? ""
        return Call(
            method: request.method.rawValue, path: String(path),
            segments: path.split(separator: "/").map { Query.decode($0, plus: false) },
            query: Query(target.count > 1 ? target[1] : ""), headers: headers, body: body,
            arrivedAt: ArrivalStamp.field.flatMap { request.headers[$0] }.flatMap { Int($0) } ?? SteadyClock.shared.now)
    }

    private static func response(_ answer: Answer) -> Response {
        let body = answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        return Response(status: .init(code: answer.status), headers: fields(answer), body: body)
    }

    private static func dripping(_ answer: Answer, over milliseconds: Int) -> Response {
        let bytes = answer.body
        let step = max(1, bytes.count / 10)
        return Response(
            status: .init(code: answer.status), headers: fields(answer),
            body: ResponseBody(contentLength: bytes.count) { writer in
                for start in stride(from: 0, to: bytes.count, by: step) {
                    try await Task.sleep(for: .milliseconds(milliseconds / 10))
                    try await writer.write(ByteBuffer(bytes: bytes[start..<min(start + step, bytes.count)]))
                }
                try await writer.finish(nil)
            })
    }

    private static func fields(_ answer: Answer) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }
}
