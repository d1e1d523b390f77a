/// What a search sees: records as they were some moments ago, ordered by modified date.
struct SearchIndex: Sendable {
    struct Entry: Comparable, Sendable {
        let modified: Int
        let id: Int

        static func < (left: Entry, right: Entry) -> Bool {
            (left.modified, left.id) < (right.modified, right.id)
        }
    }

    private struct Pending: Sendable {
        let visibleAt: Int
        let id: Int
        let record: Record?
    }

    private(set) var entries: [Entry] = []
    private(set) var records: [Int: Record] = [:]
    private var pending: [Pending] = []
    private var first = 0

    /// A record as it is now, nil when it is gone; searches see it from `visibleAt` (ms) on.
    mutating func note(_ record: Record?, id: Int, visibleAt: Int) {
        pending.append(Pending(visibleAt: visibleAt, id: id, record: record))
    }

    /// Takes in what has become visible.
    mutating func settle(at now: Int) {
        while first < pending.count, pending[first].visibleAt <= now {
            take(pending[first])
            first += 1
        }
        if first == pending.count {
            pending.removeAll(keepingCapacity: true)
            first = 0
        }
    }

    private mutating func take(_ change: Pending) {
        if let old = records.removeValue(forKey: change.id) {
            let at = place(of: Entry(modified: old.updatedAt, id: old.id))
            entries.remove(at: at)
        }
        guard let record = change.record else { return }
        records[record.id] = record
        let entry = Entry(modified: record.updatedAt, id: record.id)
        if let last = entries.last, entry < last {
            entries.insert(entry, at: place(of: entry))
        } else {
            entries.append(entry)
        }
    }

    /// Where an entry stands, or would stand.
    private func place(of entry: Entry) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The entries whose modified date lies in the range, in order.
    func slice(_ range: ClosedRange<Int>) -> ArraySlice<Entry> {
        let start = place(of: Entry(modified: range.lowerBound, id: .min))
        let end = place(of: Entry(modified: range.upperBound, id: .max))
        return entries[start..<max(start, end)]
    }
}
