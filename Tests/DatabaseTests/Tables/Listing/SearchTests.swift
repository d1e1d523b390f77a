import Database
import Domain
import TestKit
import Testing

@Suite("Records are found by what people know of them")
struct SearchTests {
    /// A name, and what people type who look for it.
    private static let names: [(name: String, typed: [String])] = [
        ("Devis 2024-015", ["Devis 2024-015", "2024-015", "devis 2024", "2024 015", "devis-20"]),
        ("Booking.com", ["booking.com", "Booking", "BOOKING COM", "com, booking"]),
        ("Dupont/Martin", ["Dupont/Martin", "martin", "dupont-martin"]),
        ("S.A.R.L. Ixelles", ["S.A.R.L. Ixelles", "s.a.r.l. ix"]),
        ("L’Œuf & <b>fils</b> \"SARL\"", ["L’Œuf & <b>fils</b> \"SARL\"", "l'oeuf", "fils sarl"]),
        ("ÉLECTRICITÉ Noël", ["electricite", "Électricité Noel", "élec noë"]),
        ("Cafe\u{301} du Port", ["café du port", "CAFE\u{301}", "cafe"]),
        ("Garage_Perrin+Fils", ["perrin", "Garage_Perrin+Fils"]),
        ("R&D:Conseil*", ["R&D:Conseil*", "conseil"]),
        ("jean.valjean@thenardier.example", ["jean.valjean@thenardier.example", "valjean"]),
        ("n° 12–14 rue «\u{A0}Neuve\u{A0}»", ["12-14 rue neuve", "n°12"]),
    ]

    @Test("by the words of a name, or their beginnings: punctuation, case and accents count for nothing")
    func words() async throws {
        try await TestDatabase.with { test in
            for (number, (name, _)) in Self.names.enumerated() {
                try await test.database.script(
                    """
                    INSERT INTO pair (kind, hubspot_id, called)
                    VALUES ('company', '\(number)', jsonb_build_object('name', $name$\(name)$name$))
                    """)
            }
            for (number, (_, typed)) in Self.names.enumerated() {
                for words in typed {
                    let found = try await test.database.run(SearchRecords(words, siret: nil, limit: 50))
                    #expect(found.map(\.hubspotID) == [ID("\(number)")], "\(words)")
                }
            }
        }
    }

    @Test("by an address, as last synced from either system or as last read; before those whose names have its words")
    func mail() async throws {
        try await TestDatabase.with { test in
            try await test.database.script(
                #"""
                INSERT INTO pair (kind, hubspot_id, snapshot, called) VALUES
                    ('company', '1', NULL, '{"name": "Zoé @ Dupré (example)"}'),
                    ('contact', '2', '{"hubspot": {"email": "zoe@dupre.example"}, "artis": {}}', NULL),
                    ('contact', '3', '{"hubspot": {}, "artis": {"email": "zoe@dupre.example"}}', NULL),
                    ('contact', '4', NULL, '{"name": "Z. D.", "email": "zoe@dupre.example"}'),
                    ('contact', '5', NULL, '{"name": "Z. D.", "email": "zoe@dupre.example.org"}')
                """#)
            let found = try await test.database.run(SearchRecords("ZOE@dupre.example", siret: nil, limit: 50))
            #expect(found.map(\.hubspotID) == [ID("2"), ID("3"), ID("4"), ID("1")])
        }
    }
}
