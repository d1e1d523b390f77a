/// A page is bounded, whatever a value holds; `passerelle explain` prints values whole.
enum Longest: Int {
    /// Of a value on the page of its record, in Unicode scalars.
    case value = 2_000
    /// Of a name, where records stand in rows.
    case name = 300
}

extension String {
    /// At most so many Unicode scalars of it, and "…" where it goes on.
    func clipped(to longest: Longest) -> String {
        guard let end = unicodeScalars.index(startIndex, offsetBy: longest.rawValue, limitedBy: endIndex), end < endIndex
        else { return self }
        return String(unicodeScalars[..<end]) + "…"
    }
}
