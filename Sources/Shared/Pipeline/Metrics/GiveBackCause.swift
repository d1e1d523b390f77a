/// Why a batch was given back with nothing decided.
enum GiveBackCause: String, CaseIterable {
    /// The limiter sends away, or a record is locked for the moment.
    case later
    /// A system does not answer.
    case outage
    /// A neighbour may be what kills workers: each is taken alone.
    case suspect
}
