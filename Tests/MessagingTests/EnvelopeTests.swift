import Domain
import Testing

import Messaging

@Suite struct EnvelopeTests {
    static let whole = Envelope(
        kind: .deal, system: .hubspot, id: "4102", pair: 123, version: 7, lane: .live, trace: "00-4bf9-00f0-01")

    @Test("an envelope has one spelling, keys in order")
    func encoding() {
        #expect(
            String(decoding: Self.whole.encoded, as: UTF8.self)
                == #"{"id":"4102","kind":"deal","lane":"live","pair":123,"system":"hubspot","trace":"00-4bf9-00f0-01","v":1,"version":7}"#)
        let bare = Envelope(kind: .call, system: .artis, id: "AC/é\"1", version: 0, lane: .backfill)
        #expect(
            String(decoding: bare.encoded, as: UTF8.self)
                == #"{"id":"AC/é\"1","kind":"call","lane":"backfill","system":"artis","v":1,"version":0}"#)
    }

    @Test("what was written is read again", arguments: Kind.allCases, Lane.allCases)
    func roundTrip(kind: Kind, lane: Lane) throws {
        for system in System.allCases {
            let envelope = Envelope(kind: kind, system: system, id: "É-1", pair: .max, version: .max, lane: lane)
            #expect(try Envelope(decoding: envelope.encoded) == envelope)
        }
    }

    @Test("the routing key names worker and lane")
    func routing() {
        #expect(Self.whole.routingKey == "deal.live")
        #expect(Envelope(kind: .email, system: .artis, id: "1", version: 1, lane: .backfill).routingKey == "activity.backfill")
    }

    @Test("fields of a later time are passed over, and null is absence")
    func lenient() throws {
        let text = #"{"v":1,"kind":"deal","system":"hubspot","id":"1","pair":null,"version":1,"lane":"live","new":[{}]}"#
        #expect(
            try Envelope(decoding: Array(text.utf8))
                == Envelope(kind: .deal, system: .hubspot, id: "1", version: 1, lane: .live))
    }

    /// One field at a time made wrong.
    static let wrong: [(String, EnvelopeError)] = [
        ("", .notJSON), ("{", .notJSON), ("null", .notJSON), ("7", .notJSON), ("[]", .notJSON), ("\"deal\"", .notJSON),
        ("{}", .missing(field: "v")),
        (#"{"v":"1"}"#, .wrongType(field: "v")), (#"{"v":1.5}"#, .wrongType(field: "v")),
        (#"{"v":null}"#, .missing(field: "v")), (#"{"v":0}"#, .wrongType(field: "v")),
        (#"{"v":2,"everything":"else"}"#, .futureVersion(2)),
        (#"{"v":1,"system":"hubspot","id":"1","version":1,"lane":"live"}"#, .missing(field: "kind")),
        (#"{"v":1,"kind":7,"system":"hubspot","id":"1","version":1,"lane":"live"}"#, .wrongType(field: "kind")),
        (#"{"v":1,"kind":"invoice","system":"hubspot","id":"1","version":1,"lane":"live"}"#, .unknownKind("invoice")),
        (#"{"v":1,"kind":"deal","system":"sage","id":"1","version":1,"lane":"live"}"#, .unknownSystem("sage")),
        (#"{"v":1,"kind":"deal","system":"artis","id":"1","version":1,"lane":"fast"}"#, .unknownLane("fast")),
        (#"{"v":1,"kind":"deal","system":"artis","id":4102,"version":1,"lane":"live"}"#, .wrongType(field: "id")),
        (#"{"v":1,"kind":"deal","system":"artis","id":"","version":1,"lane":"live"}"#, .wrongType(field: "id")),
        (#"{"v":1,"kind":"deal","system":"artis","id":"1","lane":"live"}"#, .missing(field: "version")),
        (#"{"v":1,"kind":"deal","system":"artis","id":"1","version":-1,"lane":"live"}"#, .wrongType(field: "version")),
        (#"{"v":1,"kind":"deal","system":"artis","id":"1","version":1e30,"lane":"live"}"#, .wrongType(field: "version")),
        (#"{"v":1,"kind":"deal","system":"artis","id":"1","version":1,"lane":"live","pair":"x"}"#, .wrongType(field: "pair")),
        (#"{"v":1,"kind":"deal","system":"artis","id":"1","version":1,"lane":"live","trace":[]}"#, .wrongType(field: "trace")),
    ]

    @Test("a wrong message is refused with the field and the reason", arguments: wrong)
    func refused(text: String, expected: EnvelopeError) {
        #expect(throws: expected) { try Envelope(decoding: Array(text.utf8)) }
        #expect(!expected.description.isEmpty)
    }

    @Test("rubbish bytes are refused, and nothing worse")
    func rubbish() {
        #expect(throws: EnvelopeError.notJSON) { try Envelope(decoding: [0xFF, 0xFE, 0x00]) }
        #expect(throws: EnvelopeError.notJSON) { try Envelope(decoding: Array(repeating: UInt8(ascii: "["), count: 100_000)) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...64, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(throws: EnvelopeError.self) { try Envelope(decoding: bytes) }
        }
    }

    @Test("a message cut short or with one byte changed never brings the reader down")
    func damaged() {
        let bytes = Self.whole.encoded
        for index in bytes.indices {
            #expect(throws: EnvelopeError.self) { try Envelope(decoding: Array(bytes[..<index])) }
            for byte: UInt8 in [0, 0x22, 0x7B, 0xFF] {
                var changed = bytes
                changed[index] = byte
                _ = try? Envelope(decoding: changed)
            }
        }
    }
}
