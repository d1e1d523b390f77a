import ArgumentParser
import FoundationEssentials

/// Lines `deal,4102,artis:AF000001`, without a header. Blank lines say nothing.
enum LinkFile {
    enum Line: Sendable, Equatable {
        case order(LinkOrder)
        /// A line that is none, and why.
        case unreadable(Int, String)
    }

    /// - Throws: `ValidationError` when the file cannot be read.
    static func read(_ path: String) throws -> [Line] {
        guard let data = try? Data(contentsOf: URL(filePath: path)), let text = String(validating: data, as: UTF8.self)
        else {
            throw ValidationError(
                fr: "--file : \(path) ne peut pas être lu comme un texte en UTF-8",
                en: "--file: \(path) cannot be read as a text in UTF-8")
        }
        return parse(text)
    }

    static func parse(_ text: String) -> [Line] {
        let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().compactMap { index, line in parse(line, number: index + 1) }
    }

    private static func parse(_ line: Substring, number: Int) -> Line? {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
            String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        guard cells != [""] else { return nil }
        guard cells.count == 3 else { return .unreadable(number, "deal,4102,artis:AF000001") }
        do {
            return .order(try LinkOrder(line: number, kind: cells[0], hubspot: cells[1], artis: cells[2]))
        } catch {
            return .unreadable(number, (error as? ValidationError)?.message ?? "deal,4102,artis:AF000001")
        }
    }
}
