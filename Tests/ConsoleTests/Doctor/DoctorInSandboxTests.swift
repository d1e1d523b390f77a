import Database
import Domain
import Messaging
import Runtime
import Synchronization
import TestKit
import Testing

@testable import Console

@Suite("doctor against both tools")
struct DoctorInSandboxTests {
    @Test("Each prerequisite broken in turn is told by one line with its remedy, and after it all is fine again")
    func faults() async throws {
        try await Clinic.open { clinic in
            let bare = try await TestBroker.make()
            try await clinic.byTheBook()
            clinic.settings.withLock { $0.pipeline = "Ventes" }
            try await clinic.scene.setActions(Clinic.actions)
            let before = await clinic.complaints().map(\.line.text)
            try #require(before == [])
            let right = clinic.broker.withLock { $0 }
            let broker = await clinic.readBroker()
            let patients = Patient.properties + Patient.account + Patient.artis
            #expect(patients.count >= 45)
            for patient in patients { try await treat(patient, clinic) { await clinic.complaints(broker: broker) } }
            for patient in Patient.broker(right, bare: try Clinic.settings(bare)) {
                try await treat(patient, clinic) { await clinic.complaints() }
            }
            await bare.remove()
        }
    }

    private func treat(_ patient: Patient, _ clinic: Clinic, _ complaints: () async -> [Check]) async throws {
        try await patient.breaks(clinic)
        let lines = await complaints()
        let said = lines.map(\.line.text)
        #expect(lines.map(\.code) == [patient.code] && lines.first?.level == patient.level, "\(patient.says): \(said)")
        if let line = lines.first {
            #expect("\(line.subject): \(line.text)".contains(patient.says), "\(said)")
            #expect(line.remedy?.contains(patient.remedy) == true, "\(said)")
        }
        switch patient.cure {
        case .setup: #expect(try await clinic.setUp(), "\(clinic.bench.paper.lines.suffix(5))")
        case .hand(let mend): try await mend(clinic)
        }
        let left = await complaints().map(\.line.text)
        try #require(left == [], "after \(patient.says)")
    }

    @Test("A classic queue without the policies is told twice, and by name")
    func classicQueue() async throws {
        try await Clinic.open { clinic in
            try await clinic.byTheBook()
            try await clinic.makeClassic("passerelle.deal.live")
            let lines = await clinic.examine().checks.filter { $0.level == .fault }
            #expect(lines.map(\.code) == [.queues, .policies])
            #expect(lines.allSatisfy { "\($0.subject): \($0.text)".contains("passerelle.deal.live") })
        }
    }

    @Test("A broker, a database or a schema that is not there is told once, with what to do")
    func away() async throws {
        try await Clinic.open { clinic in
            try await clinic.byTheBook()
            clinic.broker.withLock { broker in
                if let nowhere = try? BrokerAddress(parsing: "amqp://guest:guest@127.0.0.1:1/x") { broker = BrokerSettings(address: nowhere) }
            }
            #expect(await clinic.complaints().map(\.code) == [.broker])
            // An upgrade: the newer schema serves this program.
            let newer = "INSERT INTO schema_migration (number, name, checksum, serves) VALUES (9999, 'next', '', 1)"
            try await clinic.bench.database.script(newer)
            #expect(await clinic.complaints().map(\.line.text).map { $0.prefix(1) } == ["✗", "!"])
            #expect(await clinic.complaints().map(\.code) == [.broker, .schema])
            try await clinic.bench.database.script("DELETE FROM schema_migration WHERE number = 9999")
            try await clinic.bench.database.script("DELETE FROM schema_migration WHERE number > 1")
            let lines = await clinic.complaints()
            #expect(lines.map(\.code) == [.hubspot, .broker, .schema])
            #expect(lines.last?.remedy == "passerelle migrate")
        }
    }
}
