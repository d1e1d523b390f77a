/// At most `limit` admissions in any span of `length`: exact, since it remembers each of them.
struct RollingWindow: Sendable {
    var limit: Int
    /// µs.
    let length: Int
    private var admitted: [Int] = []
    private var first = 0

    init(limit: Int, length: Int) {
        self.limit = limit
        self.length = length
    }

    /// Whether a call that arrived at this moment (µs) is let in. A refused one does not count.
    mutating func admit(at moment: Int) -> Bool {
        // Calls of two connections may be judged in another order than they came in.
        let moment = max(moment, admitted.last ?? moment)
        while first < admitted.count, moment - admitted[first] >= length { first += 1 }
        if first > 1024 {
            admitted.removeFirst(first)
            first = 0
        }
        guard admitted.count - first < limit else { return false }
        admitted.append(moment)
        return true
    }

    var remaining: Int { max(0, limit - (admitted.count - first)) }
}
