/// The part of the daily quota that Passerelle does not touch (`HUBSPOT_DAILY_RESERVE`).
public enum DailyReserve: Sendable, Equatable {
    case percent(Int)
    case calls(Int)
}
