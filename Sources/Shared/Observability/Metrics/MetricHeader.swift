/// Name, explanation and type of a metric.
struct MetricHeader: Sendable, Hashable {
    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    let name: String
    let help: String
    let kind: Kind

    /// Names and units are what a programmer promises: base units (`_seconds`, `_bytes`), counters end in `_total`.
    init(_ kind: Kind, _ name: String, _ help: String) {
        precondition(Exposition.isName(name), "a metric's name is made of letters, digits and underscores")
        precondition((kind == .counter) == name.hasSuffix("_total"), "a counter, and nothing else, ends in _total")
        precondition(!name.hasSuffix("_ms") && !name.hasSuffix("_milliseconds"), "a time is measured in seconds")
        self.name = name
        self.help = help
        self.kind = kind
    }
}
