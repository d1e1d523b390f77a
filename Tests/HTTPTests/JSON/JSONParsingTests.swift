import HTTP
import Testing

@Suite struct JSONParsingTests {
    private func parse(_ text: String) throws -> JSON { try JSON.parse(Array(text.utf8)) }

    @Test func everyKindOfValueIsRead() throws {
        let value = try parse(" {\"a\": [null, true, false, \"x\", 1, {}], \"b\": {\"c\": []}}\n")
        #expect(value == ["a": [nil, true, false, "x", 1, [:]], "b": ["c": []]])
    }

    @Test(arguments: [
        "0", "-0", "9007199254740993", "9223372036854775807", "92233720368547758089", "1.50", "0.1", "-1e400", "1E+2",
        "123456789012345678901234567890.000000000000000000000000000001",
    ])
    func aNumberKeepsItsText(text: String) throws {
        let value = try parse(text)
        #expect(value.text == text)
        #expect(value.serialise() == Array(text.utf8))
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{08}\u{0C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00""#, "😀"),
        (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
        (#""\ud83d\n""#, "\u{FFFD}\n"), (#""a\u0000b""#, "a\0b"), (#""é😀""#, "é😀"),
    ])
    func escapesAreRead(text: String, expected: String) throws {
        #expect(try parse(text).string == expected)
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\":1 \"b\":2}",
        "nul", "nulll", "True", "tru", "01", "-", "1.", ".5", "+1", "1e", "1e+", "0x1", "NaN", "Infinity", "--1", "\"", "\"a",
        "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\n\"", "\"\u{1}\"", "'a'", "1 2", "{}{}", "[1]]", "\u{FEFF}1", "// x",
        "[1,2", "{\"a\":[1,{\"b\":", "}", "]", ":", ",",
    ])
    func rubbishIsRefused(text: String) {
        #expect(throws: JSONError.self) { try parse(text) }
    }

    @Test(arguments: [[0xFF], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0x80, 0x22]])
    func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSON.parse(bytes) }
    }

    @Test func nestingIsBounded() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        _ = try parse(nested(JSON.maxDepth))
        let error = #expect(throws: JSONError.self) { try parse(nested(JSON.maxDepth + 1)) }
        #expect(error?.fault == .depth)
        #expect(throws: JSONError.self) { try parse(String(repeating: "{\"a\":", count: 1_000_000)) }
    }

    @Test func theFaultIsNamedWithItsPlace() {
        let error = #expect(throws: JSONError.self) { try parse("[1, x]") }
        #expect(error?.description == "not JSON at byte 4: this byte has no place here")
    }

    @Test func aKeyNamedTwiceKeepsItsLastValue() throws {
        #expect(try parse("{\"a\":1,\"a\":2}") == ["a": 2])
    }
}
