/// Columns of text, each as wide as its widest cell; two blanks between them, none at the end of a line.
struct Table: Sendable, Equatable {
    enum Side: Sendable { case left, right }

    var header: [String]
    /// Where each column's text stands; columns beyond it stand left.
    var sides: [Side] = []
    var rows: [[Words]] = []

    init(_ header: [String], sides: [Side] = [], rows: [[Words]] = []) {
        self.header = header
        self.sides = sides
        self.rows = rows
    }

    func lines(colours: Bool) -> [String] {
        let head = header.isEmpty ? [] : [header.map { Words($0, .heading) }]
        let all = head + rows
        let columns = all.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            all.map { $0.indices.contains(column) ? $0[column].text.count : 0 }.max() ?? 0
        }
        return all.map { row in line(row, widths, colours) }
    }

    private func line(_ row: [Words], _ widths: [Int], _ colours: Bool) -> String {
        var line = ""
        for (column, cell) in row.enumerated() {
            if column > 0 { line += "  " }
            let pad = String(repeating: " ", count: widths[column] - cell.text.count)
            let text = cell.render(colours: colours)
            if sides.indices.contains(column), sides[column] == .right {
                line += pad + text
            } else {
                line += column == row.count - 1 ? text : text + pad
            }
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
