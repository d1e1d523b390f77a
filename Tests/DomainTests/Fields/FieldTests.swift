import Domain
import Foundation
import Testing

@Suite struct FieldTests {
    @Test("Every kind has its fields, and R19 requires only fields that it has", arguments: Kind.allCases)
    func kinds(_ kind: Kind) {
        let fields = Field.of(kind)
        #expect(Set(fields).count == fields.count)
        #expect(Field.required(kind).union(Field.keepEmpty(kind)).isSubset(of: fields))
        #expect(!fields.contains(.stageID) && !fields.contains(.type))
    }

    @Test("R19 the required fields are those of the page")
    func required() {
        #expect(Field.required(.company) == [.name])
        #expect(Field.required(.deal) == [.title])
        #expect(Field.required(.contact) == [.lastName, .firstName])
        #expect(Values([.lastName: "Durand"]).missing(Field.required(.contact)) == [.firstName])
    }

    @Test("An empty value is an absent one")
    func empty() {
        var values: Values = [.name: "Artis", .city: ""]
        #expect(values == Values([.name: "Artis"]))
        values[.name] = ""
        #expect(values == Values() && values[.name] == nil)
        #expect(Values([.city: "Lyon"]).applying([.city: nil, .name: "Artis"]) == [.name: "Artis"])
    }

    @Test("Values are a JSON object of field names, and unknown names are passed over")
    func json() throws {
        let values: Values = [.name: "Éts Durand", .postalCode: "69001"]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            try String(decoding: encoder.encode(values), as: UTF8.self)
                == #"{"name":"Éts Durand","postalCode":"69001"}"#)
        let newer = Data(#"{"name":"Éts Durand","postalCode":"69001","planet":"Mars"}"#.utf8)
        #expect(try JSONDecoder().decode(Values.self, from: newer) == values)
        let snapshot = Snapshot(hubspot: values, artis: [:])
        #expect(try JSONDecoder().decode(Snapshot.self, from: encoder.encode(snapshot)) == snapshot)
    }
}
