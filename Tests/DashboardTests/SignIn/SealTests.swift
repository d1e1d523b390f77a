import Domain
import Runtime
import Testing

@testable import Dashboard

@Suite("What browsers keep for us is signed")
struct SealTests {
    private let seal = Seal(password: Secret("correct horse"))
    private let session = Session(
        name: "Zoë O’Hara", nonce: Seal.nonce(), begunAt: Instant(milliseconds: 1000), seenAt: Instant(milliseconds: 2000))

    @Test("A session comes back as it went, at any replica of one password, and at none of another")
    func roundTrip() {
        let cookie = seal.cookie(session)
        #expect(Seal(password: Secret("correct horse")).session(cookie) == session)
        #expect(Seal(password: Secret("correct horse ")).session(cookie) == nil)
        #expect(Seal(password: nil).session(cookie) == nil)
    }

    @Test("A cookie that was changed in any place counts for nothing")
    func tampered() {
        let cookie = Array(seal.cookie(session))
        for place in cookie.indices {
            var changed = cookie
            // Another of the alphabet, not in the last two bits, which base64 may leave open.
            changed[place] = changed[place] == "A" ? "Q" : "A"
            #expect(seal.session(String(changed)) == nil || String(changed) == String(cookie), "\(place)")
        }
        for text in ["", ".", "1.2.3.4.5", "1.2.3", String(repeating: "A", count: 5000)] { #expect(seal.session(text) == nil) }
    }

    @Test("A form's token is of one session, and of no other")
    func token() {
        var other = session
        other.nonce = Seal.nonce()
        #expect(seal.isToken(seal.token(for: session), of: session))
        #expect(!seal.isToken(seal.token(for: other), of: session))
        #expect(!seal.isToken("", of: session))
        #expect(!seal.isToken(seal.cookie(session), of: session))
    }

    private static let times: [(Int64, Int64, Bool)] = [
        (0, 0, true), (43_199, 43_140, true), (43_200, 43_200, false), (3599, 0, true), (3600, 0, false),
    ]

    @Test("A session ends twelve hours after its start, and an hour after a person's last look", arguments: times)
    func ends(after: Int64, seen: Int64, valid: Bool) {
        let start = Instant(milliseconds: 0)
        let session = Session(name: "", nonce: "", begunAt: start, seenAt: start + .seconds(seen))
        #expect(session.isValid(at: start + .seconds(after)) == valid)
    }

    @Test("The audit takes one line that is not long")
    func names() {
        #expect(Session.auditName(nil) == "dashboard" && Session.auditName(" \n ") == "dashboard")
        #expect(Session.auditName(" Zoë\u{7}  O’Hara\n") == "Zoë O’Hara")
        #expect(Session.auditName(String(repeating: "x", count: 200)).count == 60)
        // Characters of 25 bytes: the cookie must still be one that we take back.
        let family = Session.auditName(String(repeating: "👨‍👩‍👧‍👦", count: 60))
        var session = session
        session.name = family
        #expect(!family.isEmpty && seal.session(seal.cookie(session)) == session)
    }
}
