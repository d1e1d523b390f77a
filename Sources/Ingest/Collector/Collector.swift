import Database
import Domain
import Logging
import Messaging
import Observability
import Runtime
import ServiceLifecycle

/// Empties the dead queues into the database: each letter with its bytes and its reason, and its pair set failed, in
/// one transaction. A letter that names no pair is kept all the same.
struct Collector: Service {
    let database: Database
    let consumer: Consumer
    var metrics = IntakeMetrics(Metrics())
    let logger: Logger

    func run() async throws {
        while let letters = await next() {
            do throws(DatabaseError) {
                for letter in letters {
                    let stored = StoreDeadLetter(letter)
                    try await database.execute(stored)
                    report(stored, trace: (try? Envelope(decoding: letter.body))?.trace)
                }
                metrics.stored(letters: letters.count)
                consumer.ack(letters.map(\.tag))
            } catch {
                logger.error("dead letters not stored", [.error: "\(error)"])
                consumer.reject(letters.map(\.tag), requeue: true)
                guard await Pause.wait(for: .seconds(1)) else { break }
            }
        }
        await consumer.shutdown(within: .seconds(2))
    }

    private func report(_ letter: StoreDeadLetter, trace: String?) {
        logger.warning(
            "dead letter stored",
            [
                .queue: "\(letter.queue)", .kind: "\(letter.kind?.rawValue ?? "")", .system: "\(letter.system?.rawValue ?? "")",
                (letter.system == .artis ? .artisID : .hubspotID): "\(letter.externalID ?? "")",
                .trace: "\(trace.flatMap(TraceContext.init(continuing:))?.trace ?? "")",
            ])
    }

    private func next() async -> [Delivery]? {
        try? await cancelWhenGracefulShutdown { try await consumer.nextBatch(upTo: 100, linger: .milliseconds(50)) }
    }
}

extension StoreDeadLetter {
    /// Reads of the letter what can be read: the reason is the sentence of its first fault, else the broker's word.
    init(_ letter: Delivery) {
        let death = letter.deaths.first
        var reason = death?.reason ?? "unknown"
        var envelope: Envelope?
        do throws(EnvelopeError) { envelope = try Envelope(decoding: letter.body) } catch { reason = "\(error)" }
        self.init(
            queue: death?.queue ?? letter.queue, reason: reason, kind: envelope?.kind, system: envelope?.system,
            externalID: envelope?.id, deaths: max(1, death?.count ?? 1), payload: letter.body)
    }
}
