import Domain
import FoundationEssentials
import Pipeline
import Runtime

/// One night's reconciliation and how far it has come: what the cursor holds, so that it goes on after a restart, and is
/// done once per day.
struct Night: Sendable, Codable, Equatable {
    /// The local day whose time of reconciliation began it, `YYYY-MM-DD`.
    var day: String
    /// Where it goes on; nil when it is done.
    var place: ReconciliationPlace?
    var compared = 0
    var queued = 0
    var unread = 0

    init(day: Day, place: ReconciliationPlace?) {
        self.day = day.description
        self.place = place
    }

    /// - Returns: nil for a text of a newer program.
    init?(_ text: String) {
        guard let night = try? JSONDecoder().decode(Night.self, from: Data(text.utf8)) else { return nil }
        self = night
    }

    /// JSON text.
    var text: String {
        // Words and whole numbers: there is nothing in it that JSON cannot hold.
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// The day whose night it is: today from the time of reconciliation on, else still yesterday.
    ///
    /// - Parameter offset: seconds that local clocks are ahead of UTC.
    static func day(at now: Instant, offset: Int64, startsAt time: TimeOfDay) -> Day {
        let minutes = Int64(time.hour * 60 + time.minute)
        return Day(of: now - .seconds(minutes * 60), offset: offset)
    }

    /// What is to be done now. A night that was not done when the next one begins is finished first; a fleet that has
    /// just been installed has nothing to reconcile yet, and waits for its first night.
    ///
    /// - Parameter kept: the last night; nil when there was none.
    static func next(after kept: Night?, on day: Day, from start: ReconciliationPlace?) -> Night {
        guard let kept else { return Night(day: day, place: nil) }
        if kept.place != nil || kept.day == day.description { return kept }
        return Night(day: day, place: start)
    }

    mutating func add(_ page: ReconciledPage) {
        compared += page.compared
        queued += page.queued
        unread += page.unread.count
        place = page.next
    }
}
