import Domain
import HTTPTypes
import Hummingbird
import Logging
import Observability
import Runtime
import Synchronization

/// Signing in and out, and the choice of a language: the forms that need no session.
extension Site {
    func addSignIn(to routes: Routes) {
        routes.get(RouterPath(Place.signIn.text)) { [self] request, context in
            let wanted = Self.wanted(Form(request.uri.query ?? ""))
            guard isClosed, context.session == nil else { return Response.redirect(to: wanted) }
            return signInPage(SignInPage(wanted: wanted), context, .ok)
        }
        routes.post(RouterPath(Place.signIn.text)) { [self] request, context in signIn(request, context) }
        routes.post(RouterPath(Place.signOut.text)) { [self] request, context in
            if let session = context.session { try await end(session) }
            var response = Response.redirect(to: isClosed ? .signIn : .overview)
            response.keep("", as: "session", for: .zero, request)
            return response
        }
        routes.post(RouterPath(Place.language.text)) { request, context in
            var response = Response.redirect(to: context.back ?? .overview)
            let language = context.form["lang"].flatMap(Language.init(rawValue:)) ?? context.language
            response.keep(language.rawValue, as: "lang", for: .seconds(365 * 86_400), request)
            return response
        }
    }

    /// A page of this site that somebody was on their way to.
    private static func wanted(_ words: Form) -> Place { words["to"].flatMap(Place.init(returned:)) ?? .overview }

    private func signIn(_ request: Request, _ context: DoorContext) -> Response {
        guard let password else { return Response.redirect(to: .overview) }
        let now = clock()
        let name = context.form["name"] ?? ""
        let wanted = Self.wanted(context.form)
        let address = Gate.address(
            peer: context.channel.remoteAddress?.ipAddress, forwarded: request.headers[.forwardedFor])
        let wait = throttle.withLock { $0.wait(address, at: now) }
        guard wait == .zero else {
            logger.warning("sign-in throttled", [.waitMilliseconds: "\(wait.milliseconds)"])
            var response = signInPage(SignInPage(fault: .throttled(wait), name: name, wanted: wanted), context, .tooManyRequests)
            response.headers[.retryAfter] = "\(wait.components.seconds + 1)"
            return response
        }
        guard password.matches(context.form["password"] ?? "") else {
            throttle.withLock { $0.failed(address, at: now) }
            logger.warning("wrong password")
            return signInPage(SignInPage(fault: .wrong, name: name, wanted: wanted), context, .unauthorized)
        }
        throttle.withLock { $0.succeeded(address) }
        let session = Session(name: Session.auditName(name), nonce: Seal.nonce(), begunAt: now, seenAt: now)
        logger.info("signed in")
        var response = Response.redirect(to: wanted)
        response.keep(seal.cookie(session), as: "session", for: Session.longest, request)
        return response
    }

    private func signInPage(_ page: SignInPage, _ context: DoorContext, _ status: HTTPResponse.Status) -> Response {
        let now = clock()
        let visit = Visit(
            language: context.language, session: Session(name: "", nonce: "", begunAt: now, seenAt: now), token: "",
            here: .signIn(for: page.wanted), query: .empty, form: .empty, parts: [:], now: now, zone: .utc)
        return Self.page(Frame.bare(page.view(visit), visit), status)
    }
}
