import Domain
import HTTP
import TestKit
import Testing

/// One linked pair for every field and direction, and what people do to exactly that field.
struct FieldTable {
    struct Line {
        var kind: Kind
        var field: SharedField
        /// The side that a person works on.
        var side: System
        var hubspot: String
        var artis: String
        /// What stands in the field now, read from both sides in the same form.
        var expected: (hubspot: String, artis: String) = ("", "")

        var description: String { "\(kind.rawValue) \(field.property) from \(side.rawValue)" }
    }

    let office: Office
    let words: AccountWords
    var lines: [Line] = []

    /// Makes the pairs: HubSpot's records hold what artis requires and no more.
    init(_ office: Office) async throws {
        self.office = office
        let (scene, words) = (office.scene, try await AccountWords(office.scene))
        self.words = words
        let company = try await scene.company(siret: Fresh.siret)
        var made: [(Kind, SharedField, System, String)] = []
        for kind in Kind.allCases {
            for field in SharedField.of(kind) {
                for side in [System.hubspot, .artis] {
                    made.append((kind, field, side, try await Self.make(kind, below: company, scene)))
                }
            }
        }
        try await office.fleet.settled(within: 60)
        let sides = try await BothSides(office)
        for (kind, field, side, id) in made {
            let pair = try #require(sides.pairs.first { $0.kind == kind && $0.hubspotID == id }, "\(kind) \(id)")
            let artisID = try #require(pair.artisID, "\(pair.description)")
            var line = Line(kind: kind, field: field, side: side, hubspot: id, artis: artisID)
            line.expected = Self.read(line, sides)
            lines.append(line)
        }
    }

    private static func make(_ kind: Kind, below company: String, _ scene: Scene) async throws -> String {
        let link = [("companies", company, false)]
        return switch kind {
        case .company: try await scene.company(siret: Fresh.siret)
        case .deal: try await scene.deal(of: company, ["amount": ""])
        case .contact: try await scene.contact(of: company, mail: nil)
        case .call: try await scene.call(of: link, title: "")
        case .meeting: try await scene.meeting(of: link, title: "")
        case .email: try await scene.email(of: link, title: "")
        }
    }

    /// Types the value of this number into the field of every line, on its side; both systems must hold it then.
    mutating func type(_ number: Int) async throws {
        for index in lines.indices {
            let value = lines[index].field.value(number, words)
            try await edit(lines[index], on: lines[index].side, value)
            lines[index].expected = read(lines[index], value)
        }
    }

    /// Clears the field of every line that may be empty, on its side.
    mutating func clear() async throws {
        for index in lines.indices {
            let line = lines[index]
            switch (line.field.clearing, line.side) {
            case (.never, _), (.refilled, .artis): continue
            case (.carried, _): lines[index].expected = ("", "")
            case (.refilled, .hubspot): break
            case (.kept, .hubspot): lines[index].expected.hubspot = ""
            // artis requires a civilité, and refuses to lose it; a SIRET may go there, and stays in HubSpot.
            case (.kept, .artis):
                if line.field.form == .civility { continue }
                lines[index].expected.artis = ""
            }
            try await edit(line, on: line.side, ("", ""))
        }
    }

    /// Types one value in HubSpot and another in artis, while nobody looks.
    mutating func collide(_ number: Int, winner: System) async throws {
        for index in lines.indices {
            let (there, here) = (lines[index].field.value(number, words), lines[index].field.value(number + 1, words))
            try await edit(lines[index], on: .hubspot, there)
            try await edit(lines[index], on: .artis, here)
            lines[index].expected = read(lines[index], winner == .hubspot ? there : here)
        }
    }

    private func edit(_ line: Line, on side: System, _ value: (hubspot: String, artis: String)) async throws {
        switch side {
        case .hubspot: try await office.scene.edit(line.kind.inHubSpot, line.hubspot, [line.field.property: value.hubspot])
        case .artis:
            let json = value.artis.isEmpty ? JSON.null : .string(value.artis)
            try await office.scene.change(line.kind.inArtis, line.artis, [line.field.name: json])
        }
    }

    private func read(_ line: Line, _ value: (hubspot: String, artis: String)) -> (hubspot: String, artis: String) {
        (line.field.read(hubspot: .string(value.hubspot), words), line.field.read(artis: .string(value.artis), words))
    }

    private static func read(_ line: Line, _ sides: BothSides) -> (hubspot: String, artis: String) {
        let there = sides.hubspot(line.kind, line.hubspot)?["properties"]?[line.field.property]
        let here = sides.artis(line.kind, line.artis)?["champs"]?[line.field.name]
        return (line.field.read(hubspot: there, sides.words), line.field.read(artis: here, sides.words))
    }

    /// A sentence for each line that is not as it must be on either side, in this field or in another one.
    func faults() async throws -> [String] {
        let sides = try await BothSides(office)
        return lines.flatMap { line -> [String] in
            let found = Self.read(line, sides)
            var faults: [String] = []
            if found != line.expected { faults.append("\(line.description): \(found), not \(line.expected)") }
            guard let pair = sides.pairs.first(where: { $0.kind == line.kind && $0.hubspotID == line.hubspot }) else {
                return faults + ["\(line.description) has lost its pair"]
            }
            if pair.state != "synced" { faults.append("\(line.description): \(pair.description)") }
            // Nobody has told the civilité that artis requires to HubSpot (R18).
            return faults + sides.differences(pair, except: [line.field.property, "civilite"])
        }
    }

    func expectNoFault(_ step: String, at location: SourceLocation = #_sourceLocation) async throws {
        let faults = try await faults()
        #expect(faults == [], "\(step)", sourceLocation: location)
    }
}
