public import Domain

/// One figure of the whole fleet, as the database knows it.
public enum FleetFigure: Sendable, Equatable {
    /// Pairs that stand in a state for a reason, and for how long the one has that has stood longest.
    case pairs(Kind, State, Reason?, count: Int, oldest: Duration)
    /// Hints on their way to the broker that are due, and for how long the oldest has been; paused kinds are left out.
    case outbox(Lane, count: Int, oldest: Duration)
    /// Companies below which something is still to be found (R13).
    case discoveries(Int)
    case deadLetters(Int)
    /// How often the sweeper had to queue a pair again, ever.
    case repairs(Int)
    case paused(Kind)
    /// Calls to HubSpot of the account's day, by its own headers: what is left and of how many; what is kept for others.
    case quota(remaining: Int, of: Int, reserve: Int)
    /// `main`, `search` or `daily`: until the next call may be made, and what lies between any two; zero where nothing does.
    case limit(name: String, opensIn: Duration, spacing: Duration)
    /// What the database takes on its disk.
    case databaseBytes(Int64)
}
