/// What a command has to say to a person, as data: rendered at the very end.
struct Page: Sendable, Equatable {
    enum Block: Sendable, Equatable {
        case heading(String)
        case line(Words)
        case table(Table)
        case blank
    }

    var blocks: [Block] = []

    mutating func heading(_ text: String) { blocks += blocks.isEmpty ? [.heading(text)] : [.blank, .heading(text)] }
    mutating func line(_ words: Words) { blocks.append(.line(words)) }
    mutating func table(_ table: Table) { blocks.append(.table(table)) }

    func lines(colours: Bool) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(let text): [Words(text, .heading).render(colours: colours)]
            case .line(let words): [words.render(colours: colours)]
            case .table(let table): table.lines(colours: colours)
            case .blank: [""]
            }
        }
    }
}
