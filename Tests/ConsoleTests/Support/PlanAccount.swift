import HTTP

/// A small account of both systems, with each kind of fault once.
enum PlanAccount {
    private static let sirets = ["73282932000074", "55208131766522", "44306184100047", "57201524600018"]

    static func fill(_ books: Books) {
        companies(books)
        deals(books)
        contacts(books)
        activities(books)
        tiers(books)
        belowTiers(books)
    }

    /// 1 (known to artis as T9) and 2 open.
    private static func companies(_ books: Books) {
        let both = ["synchro_artis": "true", "lifecyclestage": "opportunity", "name": "Durand"]
        for (id, more) in [
            (1, ["SIRET": sirets[0]]), (2, ["SIRET": sirets[1]]), (3, [:]), (4, ["SIRET": sirets[1]]),
            (5, ["lifecyclestage": "lead"]), (6, ["SIRET": sirets[2], "synchro_artis": "false"]),
            (7, ["SIRET": "12"]),
        ] as [(Int, [String: String])] {
            books.hubspot("companies/\(id)", both.merging(more) { _, own in own })
        }
    }

    private static func deals(_ books: Books) {
        let deal = ["synchro_artis": "true", "dealname": "Portail", "pipeline": "7", "dealstage": "s0"]
        for (id, more) in [
            (41, [:]), (42, ["synchro_artis": "false"]), (43, ["dealstage": "s9"]), (44, ["pipeline": "8"]),
        ] as [(Int, [String: String])] {
            books.hubspot("deals/\(id)", deal.merging(more) { _, own in own }, companies: ["1"])
        }
    }

    private static func contacts(_ books: Books) {
        let contact = ["synchro_artis": "true", "lastname": "Kerbrat", "firstname": "Zoé"]
        for (id, company, more) in [
            (51, "1", ["email": "YANN@b.fr"]), (52, "2", ["email": "zoe@b.fr"]), (53, "2", ["civilite": "DR"]),
            (54, "6", ["email": "lea@b.fr", "synchro_artis": "false"]),
        ] as [(Int, String, [String: String])] {
            books.hubspot("contacts/\(id)", contact.merging(more) { _, own in own }, companies: [company])
        }
    }

    private static func activities(_ books: Books) {
        books.hubspot("calls/61", companies: ["1"])
        books.hubspot("calls/62", companies: ["deals/41"])
        books.hubspot("calls/63", companies: ["deals/41", "5"])
        books.hubspot("emails/71", companies: ["1"])
    }

    private static func tiers(_ books: Books) {
        for (id, siret, relation) in [
            ("T9", sirets[0], "Client"), ("U1", sirets[3], "Prospect"), ("U2", sirets[2], "Client"), ("U3", "", "Client"),
            ("U4", "", "Suspect"),
        ] {
            books.artis(
                "tiers/\(id)", ["siret": .string(siret), "relation": .string(relation), "raisonSociale": "Durand"])
        }
    }

    private static func belowTiers(_ books: Books) {
        for (id, tiers) in [("A1", "U1"), ("A2", "U3"), ("A3", "U4")] {
            books.artis("affaires/\(id)", ["tiers": .string(tiers), "statutAvantVente": "Approche"])
        }
        for (id, tiers, mail) in [
            ("I1", "T9", "yann@b.fr"), ("I2", "T9", "zoe@b.fr"), ("I3", "U1", "new@b.fr"), ("I4", "U2", "lea@b.fr"),
        ] {
            books.artis("interlocuteurs/\(id)", ["tiers": .string(tiers), "mail": .string(mail)])
        }
        books.action("COM", "TEL", "X", "CALL")
        for (id, type) in [("C1", "TEL"), ("C2", "FAX")] {
            books.artis("actions/\(id)", ["tiers": "U1", "domaine": "COM", "type": .string(type), "motif": "X"])
        }
    }
}
