/// All records of one type.
struct Shelf: Sendable {
    let type: ObjectType
    private(set) var records: [Int: Record] = [:]
    /// Ids in rising order: that of creation.
    private(set) var order: [Int] = []
    /// Ids are unique within a type only, and every type begins alike, so that a mix-up shows.
    private(set) var last = 100
    /// Ids that were merged away, and where to.
    var survivors: [Int: Int] = [:]
    var index = SearchIndex()
    /// Of each property with unique values: who holds which.
    private var holders: [String: [String: Int]] = [:]

    init(_ type: ObjectType) {
        self.type = type
    }

    mutating func newId() -> Int {
        last += 1
        return last
    }

    /// Ids never come back, not even those of records that are gone.
    mutating func reserve(upTo id: Int) {
        last = max(last, id)
    }

    /// The record that answers to an id: merged ones under their survivor.
    func find(_ id: Int) -> Record? {
        var id = id
        while let survivor = survivors[id] { id = survivor }
        return records[id]
    }

    /// - Parameters:
    ///   - unique: the names of the properties whose values are unique.
    ///   - visibleAt: ms, from when a search finds it so.
    mutating func put(_ record: Record, unique: [String], visibleAt: Int) {
        let old = records[record.id]
        if old == nil {
            if let last = order.last, last > record.id {
                order.append(record.id)
                order.sort()
            } else {
                order.append(record.id)
            }
            reserve(upTo: record.id)
        }
        records[record.id] = record
        for name in unique {
            if let value = old?.properties[name], holders[name]?[value] == record.id { holders[name]?[value] = nil }
            if !record.isArchived, let value = record.properties[name] { holders[name, default: [:]][value] = record.id }
        }
        let modified = record.isArchived ? nil : record
        index.note(modified, id: record.id, visibleAt: visibleAt)
    }

    /// Changes the links of a record, which no search sees.
    mutating func relink(_ id: Int, to type: ObjectType, _ change: (inout [Int: Set<AssociationLabel>]) -> Void) {
        guard var record = records.removeValue(forKey: id) else { return }
        change(&record.links[type, default: [:]])
        records[id] = record
    }

    mutating func erase(_ id: Int, unique: [String], visibleAt: Int) {
        guard let old = records.removeValue(forKey: id) else { return }
        order.removeAll { $0 == id }
        for name in unique {
            if let value = old.properties[name], holders[name]?[value] == id { holders[name]?[value] = nil }
        }
        index.note(nil, id: id, visibleAt: visibleAt)
    }

    func holder(of value: String, in property: String) -> Int? {
        holders[property]?[value]
    }

    /// A property that has just been made unique, or loaded.
    mutating func indexUnique(_ property: String) {
        holders[property] = [:]
        for record in records.values where !record.isArchived {
            if let value = record.properties[property] { holders[property]?[value] = record.id }
        }
    }
}
