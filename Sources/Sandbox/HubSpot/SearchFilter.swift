/// One condition of a search, ready to be asked of many records.
struct SearchFilter: Sendable {
    enum Subject: Sendable {
        case modified
        case created
        case id
        case number(String)
        case moment(String)
        case text(String)
    }

    enum Test: Sendable {
        case equal(String, Double?)
        case notEqual(String, Double?)
        case range(ClosedRange<Double>)
        case textRange(lower: String?, upper: String?, open: Bool)
        case isIn([String], [Double])
        case isNotIn([String], [Double])
        case has
        case hasNot
        case token([String])
        case notToken([String])
    }

    let subject: Subject
    let test: Test

    func matches(_ record: Record) -> Bool {
        switch subject {
        case .modified: number(Double(record.updatedAt))
        case .created: number(Double(record.createdAt))
        case .id: number(Double(record.id))
        case .number(let name): value(record.properties[name]) { Double($0) }
        case .moment(let name): value(record.properties[name]) { Moment.read($0).map(Double.init) }
        case .text(let name): text(record.properties[name])
        }
    }

    /// The span of modified dates outside of which nothing can match.
    var modifiedSpan: ClosedRange<Double>? {
        guard case .modified = subject else { return nil }
        switch test {
        case .range(let range): return range
        case .equal(_, .some(let value)): return value...value
        case .equal, .notEqual, .textRange, .isIn, .isNotIn, .has, .hasNot, .token, .notToken: return nil
        }
    }

    private func value(_ text: String?, _ read: (String) -> Double?) -> Bool {
        guard let text, let value = read(text) else {
            if case .hasNot = test { return text == nil }
            return false
        }
        return number(value)
    }

    private func number(_ value: Double) -> Bool {
        switch test {
        case .equal(_, let wanted): value == wanted
        case .notEqual(_, let wanted): value != wanted
        case .range(let range): range.contains(value)
        case .isIn(_, let wanted): wanted.contains(value)
        case .isNotIn(_, let wanted): !wanted.contains(value)
        case .has: true
        case .hasNot, .textRange, .token, .notToken: false
        }
    }

    /// Text is compared in lower case. The values of IN are taken as sent: those in upper case find nothing.
    private func text(_ value: String?) -> Bool {
        guard let value = value?.lowercased() else {
            if case .hasNot = test { return true }
            return false
        }
        switch test {
        case .equal(let wanted, _): return value == wanted
        case .notEqual(let wanted, _): return value != wanted
        case .isIn(let wanted, _): return wanted.contains(value)
        case .isNotIn(let wanted, _): return !wanted.contains(value)
        case .has: return true
        case .hasNot, .range: return false
        case .textRange(let lower, let upper, let open):
            if let lower, open ? value <= lower : value < lower { return false }
            if let upper, open ? value >= upper : value > upper { return false }
            return true
        case .token(let wanted): return Self.holds(value, wanted)
        case .notToken(let wanted): return !Self.holds(value, wanted)
        }
    }

    /// Whether every wanted token, `*` allowed at its ends, is a token of the value.
    private static func holds(_ value: String, _ wanted: [String]) -> Bool {
        let tokens = tokens(value)
        return wanted.allSatisfy { pattern in
            tokens.contains { Fault.glob(pattern[...], $0[...]) }
        }
    }

    static func tokens(_ text: String, keeping extra: String = "") -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && !extra.contains($0) }.map(String.init)
    }
}
