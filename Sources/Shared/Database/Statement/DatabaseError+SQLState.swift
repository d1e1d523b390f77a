extension DatabaseError {
    /// Sorts what PostgreSQL said. Pure, so that its table can be read in a test.
    init(_ state: SQLState, message: String, constraint: String?) {
        switch state {
        case .serializationFailure, .deadlockDetected, .lockNotAvailable:
            self = .retryable(state)
        case .queryCanceled:
            self = .deadline
        case .uniqueViolation, .foreignKeyViolation, .checkViolation, .exclusionViolation:
            self = .conflict(constraint: constraint ?? "", state)
        case .protocolViolation:
            self = .refused(state, message: message)  // a wrong number of parameters: ours, not the network's
        case .idleInTransaction:
            self = .unavailable(message)
        default:
            self.init(category: state, message: message)
        }
    }

    private init(category state: SQLState, message: String) {
        switch state.category {
        // Connection, resources (too many connections, disk full), operator (shutdown, start-up), system (I/O).
        case "08", "53", "57", "58": self = .unavailable(message)
        case "28": self = .wrongCredentials
        // The message of a data exception quotes the value.
        case "22": self = .refused(state, message: message.upToFirstQuote)
        default: self = .refused(state, message: message)
        }
    }
}

extension String {
    fileprivate var upToFirstQuote: String {
        String(prefix { $0 != "\"" }.reversed().drop { $0 == " " || $0 == ":" }.reversed())
    }
}
