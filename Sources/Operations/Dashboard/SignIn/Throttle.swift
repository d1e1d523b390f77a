import Domain

/// How often a password may be tried: from one address five times at once, then after 1, 2, 4 … 900 seconds; from all
/// addresses together thirty times at once, then after 1, 2, 4 … 30 seconds, so that many addresses guess no faster, and
/// no stranger shuts everybody out for long. An hour without a wrong one makes good.
///
/// A right password that comes too early is refused too: else the wait would keep nobody from guessing.
struct Throttle: Sendable {
    private struct Count {
        var wrong = 0
        var last: Instant
    }

    private var addresses: [String: Count] = [:]
    private var total: Count?

    private static let memory = Duration.seconds(3600)
    /// Beyond it the one that was wrong longest ago is forgotten.
    private static let most = 10_000

    /// Addresses that are remembered.
    var known: Int { addresses.count }

    /// How long this address must wait; zero when it may try now.
    func wait(_ address: String, at now: Instant) -> Duration {
        max(
            Self.wait(addresses[address], free: 5, longest: 900, at: now),
            Self.wait(total, free: 30, longest: 30, at: now))
    }

    private static func wait(_ count: Count?, free: Int, longest: Int64, at now: Instant) -> Duration {
        guard let count, now - count.last < memory, count.wrong >= free else { return .zero }
        let pause = Duration.seconds(min(longest, 1 << Int64(min(count.wrong - free, 20))))
        return max(.zero, count.last + pause - now)
    }

    mutating func failed(_ address: String, at now: Instant) {
        addresses[address] = Self.counted(addresses[address], at: now)
        total = Self.counted(total, at: now)
        guard addresses.count > Self.most, let oldest = addresses.min(by: { $0.value.last < $1.value.last }) else { return }
        addresses[oldest.key] = nil
    }

    mutating func succeeded(_ address: String) { addresses[address] = nil }

    private static func counted(_ count: Count?, at now: Instant) -> Count {
        let before = count.map { now - $0.last < memory ? $0.wrong : 0 } ?? 0
        return Count(wrong: before + 1, last: now)
    }
}
