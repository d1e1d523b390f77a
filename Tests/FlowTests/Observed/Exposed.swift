/// What a program answers on `/metrics`, read by the format's own rules and not by our writer.
struct Exposed {
    private(set) var types: [String: String] = [:]
    private(set) var meanings: [String: String] = [:]
    /// Names of labels that samples of a metric bear, without `le`.
    private(set) var labels: [String: Set<String>] = [:]
    private(set) var values: [String: Double] = [:]

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# ") {
                let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
                if parts[1] == "TYPE" { types[parts[2]] = parts[3] } else { meanings[parts[2]] = parts.count > 3 ? parts[3] : "" }
            } else {
                read(sample: line)
            }
        }
    }

    private mutating func read(sample line: Substring) {
        guard let space = line.lastIndex(of: " ") else { return }
        let series = line[..<space]
        values[String(series)] = Double(line[line.index(after: space)...])
        let name = String(series.prefix { $0 != "{" })
        let family = ["_bucket", "_sum", "_count"].first { name.hasSuffix($0) && types[String(name.dropLast($0.count))] != nil }
        let names = series.drop { $0 != "{" }.split(separator: ",").compactMap { pair in
            pair.split(separator: "=").first.map { String($0.filter { $0 != "{" }) }
        }
        labels[family.map { String(name.dropLast($0.count)) } ?? name, default: []]
            .formUnion(names.filter { $0 != "le" && !$0.isEmpty })
    }

    /// The sum of all series of a name that bear these labels.
    func sum(_ name: String, _ pairs: String...) -> Double { sum(name, pairs) }

    func sum(_ name: String, _ pairs: [String]) -> Double {
        values.filter { series, _ in
            series.prefix { $0 != "{" } == name && pairs.allSatisfy { series.contains($0) }
        }.reduce(0) { $0 + $1.value }
    }
}
