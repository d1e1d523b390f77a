import Testing

@Suite("Small files, functions that fit a screen")
struct SizeTests {
    @Test("No file has 400 lines, and half of them have at most 90")
    func fileSizes() {
        expectNone(
            House.sources.filter { $0.lines.count >= 400 }.map { Fault($0.path, 1, "\($0.lines.count) lines") })
        let sizes = House.sources.map(\.lines.count).sorted()
        #expect(sizes[sizes.count / 2] <= 90)
    }

    @Test("No function has more than 70 lines")
    func functionSizes() {
        expectNone(House.sources.flatMap(longFunctions))
    }

    private static let words = ["func", "init", "subscript"]

    private func longFunctions(of file: SourceFile) -> [Fault] {
        file.code.indices.compactMap { first in
            let line = file.code[first]
            guard Self.words.contains(where: line.contains), line.contains(/^\s*(?:[@\w()]+\s+)*(?:func|init|subscript|deinit)\b/) else { return nil }
            let indent = line.prefix { $0 == " " }
            // A signature over several lines opens with "(" and closes with ") … {" under its first word.
            let opens = line.hasSuffix("(") ? closing(")", of: indent, in: file.code, after: first) : first
            guard let opens, file.code[opens].hasSuffix("{") else { return nil }
            guard let last = closing("}", of: indent, in: file.code, after: opens), last - first > 70 else { return nil }
            return Fault(file.path, first + 1, "a function of \(last - first) lines")
        }
    }

    private func closing(_ mark: String, of indent: Substring, in code: [String], after line: Int) -> Int? {
        code[(line + 1)...].firstIndex { $0.hasPrefix(indent + mark) }
    }
}
