import FoundationEssentials
import HTTP
import Testing

@Suite struct JSONAccessTests {
    private let value: JSON = ["id": 4102, "name": "Dupont", "tags": ["a", true, nil], "none": nil]

    @Test func valuesAreReachedByKeyAndIndex() {
        #expect(value["name"]?.string == "Dupont")
        #expect(value["id"]?.int == 4102)
        #expect(value["tags"]?[0]?.string == "a" && value["tags"]?[1]?.bool == true && value["tags"]?.array?.count == 3)
        #expect(value["none"]?.isNull == true)
        #expect(value["absent"] == nil && value["tags"]?[3] == nil && value["tags"]?[-1] == nil && value[0] == nil)
        #expect(value["name"]?.int == nil && value["id"]?.string == nil && value["name"]?["x"] == nil)
    }

    @Test func anIdIsTextHoweverItWasSent() {
        #expect(value["id"]?.text == "4102" && value["name"]?.text == "Dupont" && value["tags"]?.text == nil)
    }

    @Test func aNumberMustLookLikeOne() {
        #expect(JSONNumber("12.50")?.text == "12.50" && JSONNumber("1e3")?.int == nil)
        for text in ["", "1,5", "1 ", " 1", "01", "1.", "abc", "--1", "+1"] { #expect(JSONNumber(text) == nil, "\(text)") }
    }

    @Test func keysAreWrittenInOrderAndControlsEscaped() {
        let value: JSON = ["b": 1, "a": ["\u{1}\n\"\\é", false], "é": nil]
        #expect(String(decoding: value.serialise(), as: UTF8.self) == #"{"a":["\u0001\n\"\\é",false],"b":1,"é":null}"#)
    }

    @Test func itTravelsWithinTypedValues() throws {
        struct Record: Codable, Equatable { var properties: [String: JSON] }
        let text = #"{"properties":{"a":null,"b":"x","c":9007199254740993,"d":12.34,"e":[true,{"f":"1"}]}}"#
        let record = try JSONDecoder().decode(Record.self, from: Data(text.utf8))
        #expect(record.properties["c"]?.int == 9_007_199_254_740_993 && record.properties["d"]?.text == "12.34")
        #expect(try JSONDecoder().decode(Record.self, from: try JSONEncoder().encode(record)) == record)
    }
}
