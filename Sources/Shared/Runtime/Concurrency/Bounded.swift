/// Work on the elements of a sequence, a bounded number at a time.
///
/// Structured: returns when every element was worked on. Draining ends the source; cancelling the task cancels what is
/// under way and takes no further element.
public enum Bounded {
    /// - Parameter limit: how many may be under way at once, at least 1.
    public static func forEach<Element: Sendable>(
        _ source: some AsyncSequence<Element, Never> & Sendable, limit: Int,
        work: @escaping @Sendable (Element) async -> Void
    ) async {
        precondition(limit > 0, "nothing can be worked on with a limit below 1")
        await withTaskGroup { group in
            var underWay = 0
            for await element in source {
                if Task.isCancelled { break }
                group.addTask { await work(element) }
                underWay += 1
                // Takes the next element only when somebody is free to work on it.
                if underWay == limit, await group.next() != nil { underWay -= 1 }
            }
        }
    }

    /// The same for elements that are all there already; the results come in the order of the elements.
    public static func map<Element: Sendable, Result: Sendable>(
        _ elements: some Collection<Element>, limit: Int, work: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        precondition(limit > 0, "nothing can be worked on with a limit below 1")
        return await withTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            for (index, element) in elements.enumerated() {
                if index >= limit, let (place, result) = await group.next() { results[place] = result }
                group.addTask { (index, await work(element)) }
            }
            for await (place, result) in group { results[place] = result }
            return results.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}
