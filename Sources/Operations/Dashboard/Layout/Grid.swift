/// A table for people: rows with a name in front, figures to the right; on a phone each row is a card whose cells say what
/// they are.
struct Grid: Sendable {
    struct Column: Sendable {
        var title: String
        var isNumber = false
        /// On a phone its text stands below its title, not beside it.
        var isWide = false
    }

    struct Row: Sendable {
        /// Tells rows apart when the page is refreshed.
        var id: String?
        var cells: [HTML]
    }

    var caption: String?
    var columns: [Column]
    var rows: [Row]

    init(_ columns: [Column], caption: String? = nil, rows: [Row]) {
        self.columns = columns
        self.caption = caption
        self.rows = rows
    }

    var content: HTML {
        table(.role("table")) {
            if let text = caption { Tag("caption")() { text } }
            thead(.role("rowgroup")) {
                tr(.role("row")) {
                    for column in columns {
                        th(.scope("col"), .role("columnheader"), column.isNumber ? .class("number") : nil) { column.title }
                    }
                }
            }
            tbody(.role("rowgroup")) {
                for row in rows {
                    tr(.role("row"), row.id.map(Attribute.id)) {
                        for (column, cell) in zip(columns, row.cells) { self.cell(column, cell, isFirst: column.title == columns.first?.title) }
                    }
                }
            }
        }
    }

    private func cell(_ column: Column, _ content: HTML, isFirst: Bool) -> HTML {
        if isFirst { return th(.scope("row"), .role("rowheader")) { content } }
        let words = [column.isNumber ? "number" : nil, column.isWide ? "wide" : nil].compactMap { $0 }.joined(separator: " ")
        return td(.role("cell"), .data("label", column.title), words.isEmpty ? nil : .class(words)) { content }
    }
}
