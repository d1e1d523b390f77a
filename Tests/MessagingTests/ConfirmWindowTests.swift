import Testing

@testable import Messaging

@Suite struct ConfirmWindowTests {
    enum Word: Sendable {
        case ack(UInt64, Bool)
        case nack(UInt64, Bool)
        case returned(UInt64)
        case lost
    }

    static let unroutable = PublishOutcome.returned(code: 312, text: "NO_ROUTE")

    /// Four messages, named by their numbers; what the broker says; what becomes of them in which order.
    static let tales: [(words: [Word], told: [(Int, PublishOutcome)], left: Int)] = [
        ([.ack(1, false)], [(1, .confirmed)], 3),
        ([.ack(3, false), .ack(1, false)], [(3, .confirmed), (1, .confirmed)], 2),
        ([.ack(3, true)], [(1, .confirmed), (2, .confirmed), (3, .confirmed)], 1),
        ([.ack(2, false), .ack(4, true)], [(2, .confirmed), (1, .confirmed), (3, .confirmed), (4, .confirmed)], 0),
        ([.ack(0, true)], [(1, .confirmed), (2, .confirmed), (3, .confirmed), (4, .confirmed)], 0),
        ([.nack(2, false)], [(2, .refused)], 3),
        ([.nack(2, true)], [(1, .refused), (2, .refused)], 2),
        ([.returned(2), .ack(2, false)], [(2, unroutable)], 3),
        ([.returned(2), .ack(3, true)], [(1, .confirmed), (2, unroutable), (3, .confirmed)], 1),
        ([.returned(2), .nack(2, false)], [(2, .refused)], 3),
        ([.ack(2, true), .lost], [(1, .confirmed), (2, .confirmed), (3, .unknown), (4, .unknown)], 0),
        ([.returned(1), .lost], [(1, .unknown), (2, .unknown), (3, .unknown), (4, .unknown)], 0),
        // From a broker out of its mind.
        ([.ack(9, false), .nack(0, false), .returned(7), .ack(1, false), .ack(1, false)], [(1, .confirmed)], 3),
        ([.ack(.max, true)], [(1, .confirmed), (2, .confirmed), (3, .confirmed), (4, .confirmed)], 0),
        ([.ack(4, true), .ack(2, true)], [(1, .confirmed), (2, .confirmed), (3, .confirmed), (4, .confirmed)], 0),
    ]

    @Test("every message has one outcome, whatever the order of acks, nacks and returns", arguments: tales.indices)
    func outcomes(tale: Int) {
        let (words, expected, left) = Self.tales[tale]
        var window = ConfirmWindow<Int>()
        for name in 1...4 { window.published(name) }
        var told: [(Int, PublishOutcome)] = []
        for word in words {
            switch word {
            case .ack(let number, let multiple): told += window.acked(number, multiple: multiple)
            case .nack(let number, let multiple): told += window.nacked(number, multiple: multiple)
            case .returned(let number): window.returned(number, code: 312, text: "NO_ROUTE")
            case .lost: told += window.lost()
            }
        }
        #expect(told.map(\.0) == expected.map(\.0))
        #expect(told.map(\.1) == expected.map(\.1))
        #expect(window.outstanding == left)
    }

    @Test("after a loss the numbers begin at 1 again")
    func renumbered() {
        var window = ConfirmWindow<String>()
        window.published("old")
        _ = window.lost()
        #expect(window.next == 1)
        window.published("new")
        #expect(window.acked(1, multiple: false).map(\.0) == ["new"])
    }
}
