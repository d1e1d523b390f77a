/// What must exist at the broker, as data: durable topic exchanges, quorum queues, bindings. Declaring it again changes
/// nothing, so every program does at start and after every reconnect.
///
/// `x-queue-type` is the only argument of a queue. All else is a policy, which can change without deleting the queue.
public struct Declarations: Sendable, Equatable {
    public struct Binding: Sendable, Equatable {
        public var queue: String
        public var exchange: String
        public var key: String

        public init(queue: String, exchange: String, key: String) {
            self.queue = queue
            self.exchange = exchange
            self.key = key
        }
    }

    public var exchanges: [String]
    public var queues: [String]
    public var bindings: [Binding]

    public init(exchanges: [String] = [], queues: [String] = [], bindings: [Binding] = []) {
        self.exchanges = exchanges
        self.queues = queues
        self.bindings = bindings
    }

    /// Nothing to declare.
    public static let none = Declarations()
}
