import Database
import Domain
import HTTPTypes
import HubSpot
import Hummingbird
import Logging
import NIOCore
import Observability
import Pipeline
import Runtime
import ServiceLifecycle

/// `POST /webhooks/hubspot`: takes HubSpot's events and answers when they are committed, well within its five seconds.
/// To a stranger it says nothing but a status.
struct Receiver: Service {
    let database: Database
    let references: ReferenceShelf
    /// `HUBSPOT_PIPELINE` (R16).
    let pipeline: String?
    let settings: IngestSettings
    let metrics: IntakeMetrics
    /// Lit while calls are taken.
    let lamp: HealthLamp
    let logger: Logger

    static let path = "/webhooks/hubspot"
    /// 1 MiB (interface.md).
    static let largestBody = 1_048_576

    func run() async throws {
        if settings.webhookSecret == nil {
            logger.warning("HUBSPOT_WEBHOOK_SECRET is not set: every webhook is refused")
        }
        let router = Router()
        router.post(RouterPath(Self.path)) { request, _ in await answer(request) }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.listen.host, port: settings.listen.port), serverName: nil),
            onServerRunning: { [lamp] _ in lamp.set(.well) }, logger: logger)
        defer { lamp.set(.unwell("does not listen")) }
        try await application.runService(gracefulShutdownSignals: [])
    }

    private func answer(_ request: Request) async -> Response {
        let trace = TraceContext.received(request.headers[HTTPField.Name("traceparent")!])
        let response = await TraceContext.$current.withValue(trace) { await answer(request, trace: trace) }
        metrics.answered(webhookWith: response.status.code)
        return response
    }

    private func answer(_ request: Request, trace: TraceContext) async -> Response {
        let refusal: Refusal
        do throws(Refusal) {
            let body = try await collect(request)
            try verify(request, body)
            try await accept(body, trace: trace)
            return Response(status: .noContent)
        } catch {
            refusal = error
        }
        logger.info("webhook refused", [.error: "\(refusal.cause)", .status: "\(refusal.status.code)"])
        return Response(status: refusal.status)
    }

    private func collect(_ request: Request) async throws(Refusal) -> [UInt8] {
        do {
            let buffer = try await request.body.collect(upTo: Self.largestBody)
            return Array(buffer.readableBytesView)
        } catch {
            throw Refusal(.contentTooLarge, "body over 1 MiB, or broken off")
        }
    }

    private func verify(_ request: Request, _ body: [UInt8]) throws(Refusal) {
        guard let secret = settings.webhookSecret else { throw Refusal(.unauthorized, "no secret is set") }
        let fault = WebhookSignature.verify(
            method: request.method.rawValue, uri: signedURI(request), body: body,
            timestamp: request.headers[.init("X-HubSpot-Request-Timestamp")!],
            signature: request.headers[.init("X-HubSpot-Signature-v3")!], secret: secret, now: WallClock.now())
        if let fault { throw Refusal(.unauthorized, "\(fault)") }
    }

    /// The URL that HubSpot called, as it was told to it: what the signature covers, whatever stands between.
    private func signedURI(_ request: Request) -> String {
        settings.publicURL.description + (request.uri.query.map { "?\($0)" } ?? "")
    }

    private func accept(_ body: [UInt8], trace: TraceContext) async throws(Refusal) {
        let events: [WebhookEvent]
        do throws(WebhookFault) { events = try WebhookEvent.decode(body) } catch { throw Refusal(.badRequest, "\(error)") }
        let records = WebhookIntake.records(of: events)
        guard !records.isEmpty else { return }
        let reference = try? await references.current()
        let sales = reference?.salesPipeline(setting: pipeline)
        do throws(DatabaseError) {
            let told = try await database.transaction { (transaction) async throws(DatabaseError) in
                let known = try await transaction.run(FindKnownRecords(records))
                let book = EchoBook(known) { kind, property, value in
                    guard let reference else { return .unclear }
                    return PropertyMeaning(kind, property, value, reference: reference, pipeline: sales)
                }
                let intake = WebhookIntake(events, isNews: book.isNews)
                try await intake.accept(in: transaction, trace: trace.traceparent)
                try await transaction.execute(NoteWebhooks(of: Set(records.map(\.kind)).sorted { $0.rawValue < $1.rawValue }))
                return (accepted: intake.changes.count, echoes: intake.echoes)
            }
            metrics.told(told.accepted, by: .webhook, .accepted)
            metrics.told(told.echoes, by: .webhook, .echo)
            if told.accepted > 0 { logger.info("changes told", [.count: "\(told.accepted)", .system: "hubspot"]) }
        } catch {
            // HubSpot tries again.
            throw Refusal(.serviceUnavailable, "\(error)")
        }
    }

    private struct Refusal: Error {
        var status: HTTPResponse.Status
        /// For our log; the caller gets the status alone.
        var cause: String

        init(_ status: HTTPResponse.Status, _ cause: String) {
            self.status = status
            self.cause = cause
        }
    }
}
