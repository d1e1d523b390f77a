import Domain
import HTTPTypes
import Hummingbird
import Oversight
import Runtime

/// Stands before every page: reads who comes and what they bring, sends strangers to the sign-in, refuses forged forms,
/// turns faults into pages, and gives every answer its headers.
struct Entrance: RouterMiddleware {
    typealias Context = DoorContext

    let site: Site

    /// 16 KiB: no form of ours is larger.
    static let largestBody = 16_384

    @concurrent func handle(
        _ request: Request, context: DoorContext, next: @concurrent (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let cookies = request.cookies
        context.language = Gate.language(cookie: cookies["lang"]?.value, accepted: request.headers[.acceptLanguage])
        var response: Response
        do {
            response = try await answer(request, &context, next)
        } catch let fault as PageFault {
            response = site.faultPage(await site.explained(fault), request, context)
        } catch let error as HTTPError {
            response = site.faultPage(error.status == .notFound ? .notFound : .badForm, request, context)
        }
        Headers.add(to: &response, isSecure: request.isSecure)
        return response
    }

    private func answer(
        _ request: Request, _ context: inout DoorContext, _ next: @concurrent (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        guard site.isClosed || Gate.isLocal(host: request.head.authority) else { throw PageFault.wrongHost }
        if Asset.isAsset(request.uri.path) { return try await next(request, context) }
        let now = site.clock()
        var held = request.cookies["session"].flatMap { site.seal.session($0.value) }.flatMap { $0.isValid(at: now) ? $0 : nil }
        // Known before the database is asked, so that a page that says it is away has its frame.
        context.session = held
        if let session = held, site.isClosed, try await site.hasEnded(session) { held = nil }
        let isNew = held == nil && !site.isClosed
        context.session = isNew ? Session(name: "dashboard", nonce: Seal.nonce(), begunAt: now, seenAt: now) : held
        if request.method == .post { try await read(request, &context) }
        guard context.session != nil || Self.isOpen(request.uri.path) else { return strangers(request, context) }
        var response = try await next(request, context)
        if let session = isNew ? context.session : renewed(request, held, now), response.headers[values: .setCookie].isEmpty {
            response.keep(site.seal.cookie(session), as: "session", for: Session.longest, request)
        }
        return response
    }

    /// A person's look keeps the session alive; a page's own does not.
    private func renewed(_ request: Request, _ session: Session?, _ now: Instant) -> Session? {
        request.isPart ? nil : session?.renewed(at: now)
    }

    private static func isOpen(_ path: String) -> Bool { path == Place.signIn.text || path == Place.language.text }

    /// Whoever is not signed in learns nothing but where to sign in.
    private func strangers(_ request: Request, _ context: DoorContext) -> Response {
        if request.isPart { return Response(status: .unauthorized) }
        // Back to what was asked for, once they are: of a form, to the page that it stood on.
        let wanted = request.isLook ? request.here : context.back ?? .overview
        return Response.redirect(to: .signIn(for: wanted))
    }

    private func read(_ request: Request, _ context: inout DoorContext) async throws {
        guard
            Gate.isOwn(
                fetchSite: request.headers[.fetchSite], origin: request.headers[.origin], host: request.head.authority)
        else { throw PageFault.forged }
        do {
            let buffer = try await request.body.collect(upTo: Self.largestBody)
            context.form = Form(String(buffer: buffer))
        } catch {
            throw PageFault.tooLarge
        }
        if Self.isOpen(request.uri.path) { return }
        // A session that has ended is sent to the sign-in; nothing is done in its name.
        guard let session = context.session else { return }
        guard let token = context.form["token"], site.seal.isToken(token, of: session) else { throw PageFault.forged }
    }
}
