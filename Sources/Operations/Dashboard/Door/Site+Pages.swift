import Database
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Observability
import Oversight

/// How pages are shown and actions answered.
extension Site {
    typealias Routes = Router<DoorContext>

    /// A page that is looked at.
    func show(
        _ path: String, in routes: Routes, _ make: @escaping @Sendable (Site, Visit) async throws(PageFault) -> View
    ) {
        routes.get(RouterPath(path)) { [self] request, context in
            let visit = try await visit(request, context)
            return answer(try await make(self, visit), visit, request)
        }
    }

    /// A form that is sent: does something, and leads to a page that says so.
    func act(
        _ path: String, in routes: Routes,
        _ act: @escaping @Sendable (Site, Visit) async throws(PageFault) -> (Place, Notice?)
    ) {
        routes.post(RouterPath(path)) { [self] request, context in
            let (place, notice) = try await act(self, try await visit(request, context))
            await attention.expire()
            var response = Response.redirect(to: place)
            if let notice { response.keep(notice.text, as: "notice", for: .seconds(60), request) }
            return response
        }
    }

    /// A form whose answer is a page of its own, or another place.
    func answer(
        _ path: String, in routes: Routes,
        _ make: @escaping @Sendable (Site, Visit) async throws(PageFault) -> Answer
    ) {
        routes.post(RouterPath(path)) { [self] request, context in
            let visit = try await visit(request, context)
            return switch try await make(self, visit) {
            case .view(let view): answer(view, visit, request)
            case .place(let place): Response.redirect(to: place)
            }
        }
    }

    private func visit(_ request: Request, _ context: DoorContext) async throws(PageFault) -> Visit {
        guard let session = context.session else { throw .forged }
        return Visit(
            language: context.language, session: session, token: seal.token(for: session), here: request.here, query: Form(request.uri.query ?? ""),
            form: context.form,
            parts: Dictionary(
                context.parameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { first, _ in first }),
            now: clock(), zone: await reference()?.zone ?? .utc)
    }

    func answer(_ view: View, _ visit: Visit, _ request: Request) -> Response {
        let notice = request.isPart ? nil : request.cookies["notice"].flatMap { Notice($0.value) }
        let frame = Frame(view: view, visit: visit, isClosed: isClosed, notice: notice)
        var response = Self.page(request.isPart ? frame.part : frame.whole, view.status, isWhole: !request.isPart)
        if notice != nil { response.keep("", as: "notice", for: .zero, request) }
        return response
    }

    static func page(_ content: HTML, _ status: HTTPResponse.Status, isWhole: Bool = true) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: (isWhole ? "<!DOCTYPE html>\n" : "") + content.markup)))
    }

    /// What PostgreSQL refuses, it refuses for a schema that is not this program's: that has a remedy.
    func explained(_ fault: PageFault) async -> PageFault {
        guard case .failure(.database(let error)) = fault else { return fault }
        switch error {
        case .refused, .unavailable: break
        case .deadline, .cancelled, .retryable, .conflict, .commitUnknown, .misuse, .wrongCredentials: return fault
        }
        guard let state = try? await Migrator().check(database.beneathSuspension), !state.isUsable else { return fault }
        return .failure(.schema(state))
    }

    /// Says what went wrong, with the navigation where there is somebody to navigate.
    func faultPage(_ fault: PageFault, _ request: Request, _ context: DoorContext) -> Response {
        logger.info("page refused", [.status: "\(fault.status.code)", .error: "\(fault.constant)"])
        let now = clock()
        let stranger = Session(name: "", nonce: "", begunAt: now, seenAt: now)
        let visit = Visit(
            language: context.language, session: context.session ?? stranger,
            token: context.session.map(seal.token) ?? "", here: request.isLook ? request.here : context.back ?? .overview,
            query: .empty, form: .empty, parts: [:], now: now, zone: .utc)
        let view = fault.view(visit, isLook: request.isLook)
        guard context.session != nil else { return Self.page(Frame.bare(view, visit), fault.status) }
        return answer(view, visit, request)
    }
}
