/// The deliveries of one consumer: those that wait to be taken, by subscription in order of priority, and those that
/// were taken and are not settled yet.
struct Shelf {
    private var waiting: [[Delivery]]
    private var taken: Set<DeliveryTag> = []
    private(set) var epoch: UInt64 = 0
    /// Deliveries are handed out no more.
    private(set) var isClosed = false

    init(subscriptions: Int) { waiting = Array(repeating: [], count: subscriptions) }

    /// Whether all that was taken is settled.
    var isSettled: Bool { taken.isEmpty }

    /// How many wait to be taken.
    var count: Int { waiting.reduce(0) { $0 + $1.count } }

    /// A new channel: what came on the old one is void.
    mutating func open(epoch: UInt64) {
        void()
        self.epoch = epoch
    }

    /// The channel is gone: the broker has queued everything again.
    mutating func void() {
        for index in waiting.indices { waiting[index] = [] }
        taken = []
    }

    mutating func add(_ delivery: Delivery, subscription: Int) { waiting[subscription].append(delivery) }

    /// Takes up to `count` from the first subscription that has any.
    mutating func take(upTo count: Int) -> (subscription: Int, deliveries: [Delivery])? {
        guard !isClosed, let first = waiting.firstIndex(where: { !$0.isEmpty }) else { return nil }
        return (first, take(upTo: count, from: first))
    }

    mutating func take(upTo count: Int, from subscription: Int) -> [Delivery] {
        if isClosed { return [] }
        let batch = Array(waiting[subscription].prefix(count))
        waiting[subscription].removeFirst(batch.count)
        taken.formUnion(batch.map(\.tag))
        return batch
    }

    /// Whether a subscription of higher priority has something.
    func hasMoreUrgent(than subscription: Int) -> Bool { waiting[..<subscription].contains { !$0.isEmpty } }

    /// Puts back what was taken and will not be looked at; what is void stays away.
    mutating func putBack(_ deliveries: [Delivery], subscription: Int) {
        let valid = deliveries.filter { taken.remove($0.tag) != nil }
        waiting[subscription].insert(contentsOf: valid, at: 0)
    }

    func isValid(_ tag: DeliveryTag) -> Bool { taken.contains(tag) }

    /// Settles what was taken, and returns what the broker must be told: neither void nor settled before (which would
    /// cost the channel).
    mutating func settle(_ tags: [DeliveryTag]) -> [DeliveryTag] { tags.filter { taken.remove($0) != nil } }

    /// Empties the shelf of what nobody took.
    mutating func clear() -> [DeliveryTag] {
        defer { for index in waiting.indices { waiting[index] = [] } }
        return waiting.flatMap { $0.map(\.tag) }
    }

    mutating func close() { isClosed = true }
}
