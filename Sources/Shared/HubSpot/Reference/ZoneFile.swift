import Domain
import FoundationEssentials

/// A zone as the compiled file of the machine's time zone database tells it (RFC 9636, "TZif", version 2 or later: what
/// is 64 bits wide, and the footer).
struct ZoneFile {
    /// Seconds ahead of UTC before the first change.
    let first: Int64
    /// Those on record, oldest first.
    private let recorded: [ZoneChange]
    /// By which the clocks go on after the last one on record; nil where nobody knows.
    private let rule: ZoneRule?

    private static let folder = "/usr/share/zoneinfo/"

    /// - Parameter name: `Europe/Paris`; nil when there is no such zone.
    init?(named name: String) {
        let isSafe = name.utf8.allSatisfy { byte in
            Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber || "+-_/".utf8.contains(byte)
        }
        guard isSafe, !name.isEmpty, let data = FileManager.default.contents(atPath: Self.folder + name) else { return nil }
        self.init([UInt8](data))
    }

    init?(_ bytes: [UInt8]) {
        var reader = ZoneFileReader(bytes)
        // The first block repeats the second for readers of 32 bits.
        guard let narrow = reader.header(), reader.skip(narrow.length(wordsOf: 4)), let wide = reader.header(),
            let times = reader.words(Int64.self, count: wide.times), let indexes = reader.words(UInt8.self, count: wide.times),
            let types = reader.types(count: wide.types), let initial = types.first,
            indexes.allSatisfy({ types.indices.contains(Int($0)) }),
            reader.skip(wide.length(wordsOf: 8) - wide.times * 9 - wide.types * 6)
        else { return nil }
        first = initial
        recorded = zip(times, indexes).map { ZoneChange(second: $0, offset: types[Int($1)]) }
        rule = ZoneRule(reader.footer)
    }

    /// Every change on record, and those that the rule makes after them.
    /// - Parameter year: the last for which the rule is asked.
    func changes(until year: Int64) -> [ZoneChange] {
        guard let rule else { return recorded }
        let last = recorded.last?.second ?? .min
        // A rule that holds from the beginning is asked from 1970 on; nothing of ours is older.
        let ruled = (1970...max(year, 1970)).flatMap { rule.changes(in: $0) }.filter { $0.second > last }
        if recorded.isEmpty { return [ZoneChange(second: .min, offset: rule.standard)] + ruled }
        return recorded + ruled
    }
}

/// Reads such a file from its beginning on; every step is nil when it asks for more than there is.
private struct ZoneFileReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    struct Header {
        var isUTC: Int, isStandard: Int, leaps: Int, times: Int, types: Int, characters: Int

        /// Bytes of the block that follows.
        func length(wordsOf size: Int) -> Int {
            times * (size + 1) + types * 6 + characters + leaps * (size + 4) + isStandard + isUTC
        }
    }

    mutating func header() -> Header? {
        let isZone = rest.starts(with: "TZif".utf8) && rest.dropFirst(4).first.map { $0 >= UInt8(ascii: "2") } ?? false
        guard isZone, skip(20), let counts = words(UInt32.self, count: 6)?.map(Int.init) else { return nil }
        return Header(
            isUTC: counts[0], isStandard: counts[1], leaps: counts[2], times: counts[3], types: counts[4],
            characters: counts[5])
    }

    /// Big-endian, as everything in there.
    mutating func words<Word: FixedWidthInteger>(_: Word.Type, count: Int) -> [Word]? {
        let size = Word.bitWidth / 8
        guard rest.count >= count * size else { return nil }
        let words = (0..<count).map { place in
            rest.dropFirst(place * size).prefix(size).reduce(Word.zero) { (Word.bitWidth > 8 ? $0 << 8 : 0) | Word(truncatingIfNeeded: $1) }
        }
        rest = rest.dropFirst(count * size)
        return words
    }

    /// Offsets in seconds; whether it is summer time and what it is called is not asked.
    mutating func types(count: Int) -> [Int64]? {
        var offsets: [Int64] = []
        for _ in 0..<count {
            guard let offset = words(Int32.self, count: 1)?.first, skip(2) else { return nil }
            offsets.append(Int64(offset))
        }
        return offsets
    }

    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, rest.count >= count else { return false }
        rest = rest.dropFirst(count)
        return true
    }

    /// Between two ends of line.
    var footer: String { String(decoding: rest.dropFirst().prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) }
}
