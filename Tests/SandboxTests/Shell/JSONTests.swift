import Testing

@testable import Sandbox

struct JSONTests {
    @Test(
        "What is written is what was read",
        arguments: [
            #"{"a":[1,-2,3.5,true,false,null],"b":{"c":"é\n\"\\"}}"#, "[]", "{}", #""""#, "0",
        ])
    func roundTrip(text: String) throws {
        #expect(try JSONReader.read(Array(text.utf8)).written == text)
    }

    @Test("Escapes of two halves become one character")
    func surrogates() throws {
        #expect(try JSONReader.read(Array(#""\ud83e\udd50 \u00e9""#.utf8)) == "🥐 é")
    }

    @Test(
        "Rubbish is refused",
        arguments: ["", "{", "[1,]", #"{"a":1,}"#, "nul", "01x", "+1", "'a'", #""\ud83e""#, "1 2", #"{"a" 1}"#])
    func refused(text: String) {
        #expect(throws: JSONFault.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test("Bytes that are no UTF-8, and nesting without end, are refused")
    func hostile() {
        #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONFault.tooDeep) { try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 100_000)) }
    }
}
