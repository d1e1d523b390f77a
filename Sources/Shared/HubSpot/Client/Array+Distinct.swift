extension Array where Element: Hashable {
    /// Each once, in the order of its first place: HubSpot refuses a batch that names a record twice.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
