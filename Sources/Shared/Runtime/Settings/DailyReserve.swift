/// What the fleet leaves of HubSpot's daily quota to others (R23).
public enum DailyReserve: Sendable, Hashable {
    case percent(Int)
    case calls(Int)

    static let allowed = "a percentage from 0% to 100%, or a number of calls"

    /// - Returns: nil unless the text is `5%` or a whole number.
    public init?(_ text: String) {
        if text.hasSuffix("%") {
            guard let percent = Int(String(text.dropLast()).trimmingBlanks()), (0...100).contains(percent) else {
                return nil
            }
            self = .percent(percent)
        } else {
            guard let calls = Int(text), (0...1_000_000_000).contains(calls) else { return nil }
            self = .calls(calls)
        }
    }

    /// The calls to leave of a quota, rounded up.
    public func calls(of quota: Int) -> Int {
        switch self {
        case .percent(let percent): (quota * percent + 99) / 100
        case .calls(let calls): min(calls, quota)
        }
    }
}
