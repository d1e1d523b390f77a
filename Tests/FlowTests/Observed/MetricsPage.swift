import FoundationEssentials

/// docs/metrics.md, as its reader takes it: what each program promises to expose.
struct MetricsPage {
    struct Row: Hashable {
        var name: String
        var type: String
        var labels: Set<String>
        var programs: String
        var meaning: String

        func isShown(by program: String) -> Bool {
            programs.split(separator: ",").map { String($0).trimmed }.contains { named in
                named == "all" || named == program || (named == "workers" && program.hasSuffix("-worker"))
            }
        }
    }

    let rows: [Row]

    init() {
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let text = FileManager.default.contents(atPath: root + "/docs/metrics.md").map { String(decoding: $0, as: UTF8.self) }
        rows = (text ?? "").split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.filter { $0 != "`" } }
                .map { $0.trimmed }
            guard cells.count == 7, line.hasPrefix("| `"), cells[1].contains("_") else { return nil }
            return Row(
                name: cells[1], type: cells[2],
                labels: Set(cells[3].split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }),
                programs: cells[4], meaning: cells[5])
        }
    }
}

extension String {
    var trimmed: String {
        let blank = { (character: Character) in character == " " }
        return String(drop(while: blank).reversed().drop(while: blank).reversed())
    }
}
