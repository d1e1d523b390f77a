package import Database

extension ReferenceKey {
    /// Those that were never fetched: without them no worker works.
    package static func unread(_ rows: [ReferenceRow]) -> [ReferenceKey] {
        let read = Set(rows.filter { $0.value != nil }.map(\.key))
        return allCases.filter { !read.contains($0.rawValue) }
    }
}
