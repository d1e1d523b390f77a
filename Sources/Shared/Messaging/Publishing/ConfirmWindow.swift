/// The messages of one channel that await their confirm. The broker numbers publishes from 1 and confirms them in any
/// order, one by one or all up to a number (`multiple`); a return of a message comes before its ack, and is acked too.
///
/// `Owner` says to whom an outcome belongs. Numbers that are not awaited (they come from outside) are passed over.
struct ConfirmWindow<Owner> {
    private struct Entry {
        var owner: Owner
        var returned: PublishOutcome?
    }

    private var entries: [UInt64: Entry] = [:]
    private var last: UInt64 = 0
    /// No number below this one is awaited.
    private var oldest: UInt64 = 1

    /// How many messages await their confirm.
    var outstanding: Int { entries.count }

    /// The number that the next publish will have.
    var next: UInt64 { last + 1 }

    /// Notes the message that is about to be sent.
    mutating func published(_ owner: Owner) {
        last += 1
        entries[last] = Entry(owner: owner)
    }

    mutating func returned(_ number: UInt64, code: Int, text: String) {
        entries[number]?.returned = .returned(code: code, text: text)
    }

    mutating func acked(_ number: UInt64, multiple: Bool) -> [(Owner, PublishOutcome)] {
        take(number, multiple).map { ($0.owner, $0.returned ?? .confirmed) }
    }

    mutating func nacked(_ number: UInt64, multiple: Bool) -> [(Owner, PublishOutcome)] {
        take(number, multiple).map { ($0.owner, .refused) }
    }

    /// The channel is gone: nothing more will be heard of what was sent on it, and numbers begin at 1 again.
    mutating func lost() -> [(Owner, PublishOutcome)] {
        let unheard = take(last, true)
        self = ConfirmWindow()
        return unheard.map { ($0.owner, .unknown) }
    }

    /// `multiple` with number 0 means all. Source: AMQP 0-9-1, basic.ack.
    private mutating func take(_ number: UInt64, _ multiple: Bool) -> [Entry] {
        var taken: [Entry] = []
        if multiple {
            let end = number == 0 ? last : min(number, last)
            while oldest <= end {
                if let entry = entries.removeValue(forKey: oldest) { taken.append(entry) }
                oldest += 1
            }
        } else if let entry = entries.removeValue(forKey: number) {
            taken.append(entry)
        }
        return taken
    }
}
