import HTTP
import TestKit
import Testing

extension ObservedTests {
    @Test("No line of any program holds a secret or a value of a record, also where a system quotes one in a fault")
    func nothingLeaks() async throws {
        let office = try Office.open
        let fleet = office.fleet
        let siret = Fresh.siret
        let secrets = ["pat-test-token", "test-key", "test-secret"] + passwords(fleet)
        let values = ["Confidentielle-7391", "0639987391", "prive7391@exemple.fr", "Montant-7391", siret]
        let company = try await office.scene.company(siret: siret, name: values[0], ["phone": values[1]])
        let contact = try await office.scene.contact(of: company, mail: values[2], name: "Martin-7391")
        let deal = try await office.scene.deal(of: company, title: values[3])
        // Told while artis quotes the record in its faults, to workers, probes and the feed's reader.
        try await fleet.sandbox.hubspot(
            .post, "faults",
            [
                "kind": "status", "system": "artis", "status": 500, "count": 3, "body": .string(#"{"message": "\#(values[0])"}"#),
            ])
        // The feed's reader says why it is put off, whatever artis says of it.
        try await fleet.sandbox.hubspot(
            .post, "faults",
            [
                "kind": "status", "system": "artis", "path": "/v1/changements", "status": 400, "count": 1,
                "body": .string(#"{"code": "\#(values[0])", "message": "\#(values[0])"}"#),
            ])
        for (kind, id) in [("company", company), ("contact", contact), ("deal", deal)] {
            try await Self.tell(fleet, kind, id)
        }
        let twin = try await office.scene.company(siret: siret, name: values[0] + " bis")
        try await Self.tell(fleet, "company", twin)

        try await fleet.until("a feed that is put off") { fleet.log(of: "ingest").contains { $0.contains("feed put off") } }

        for program in Self.programs {
            let lines = fleet.log(of: program)
            #expect(!lines.isEmpty, "\(program) told nothing")
            for word in secrets + values + ["Martin-7391"] {
                #expect(!lines.contains { $0.contains(word) }, "\(program) tells \(word)")
            }
        }
    }

    /// Those in the addresses of the servers.
    private func passwords(_ fleet: FleetUnderTest) -> [String] {
        ["DATABASE_URL", "AMQP_URL"].compactMap { name in
            let address = fleet.environment[name]?.split(separator: "@").first?.split(separator: ":").last
            return address.map(String.init)
        }
    }
}
