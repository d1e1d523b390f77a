import Database
import Domain
import TestKit
import Testing

@Suite struct LinkTests {
    private func link(_ activity: PairID, _ kind: Kind, _ id: String) -> ActivityLink {
        ActivityLink(activity: activity, kind: kind, hubspotID: ID(id))
    }

    @Test("R21 The links of an activity are those that were read last; other activities keep theirs")
    func replaces() async throws {
        try await TestDatabase.with { test in
            let (call, mail) = (try await test.plant(.call), try await test.plant(.email))
            let first = [link(call, .deal, "1"), link(call, .contact, "1"), link(mail, .deal, "1")]
            try await test.database.execute(ReplaceLinks(of: [call, mail], links: first))
            #expect(Set(try await test.database.run(FindLinks(of: [call, mail]))) == Set(first))
            let second = [link(call, .contact, "1"), link(call, .contact, "2"), link(call, .contact, "2")]
            try await test.database.execute(ReplaceLinks(of: [call], links: second))
            #expect(Set(try await test.database.run(FindLinks(of: [call]))) == Set(second))
            #expect(try await test.database.run(FindLinks(of: [mail])) == [first[2]])
            try await test.database.execute(ReplaceLinks(of: [call], links: []))
            #expect(try await test.database.run(FindLinks(of: [call])) == [])
        }
    }

    @Test("R21 Links of an activity that left no row are not kept")
    func noRow() async throws {
        try await TestDatabase.with { test in
            let gone = PairID(999)
            try await test.database.execute(ReplaceLinks(of: [gone], links: [link(gone, .deal, "1")]))
            #expect(try await test.database.run(FindLinks(of: [gone])) == [])
        }
    }

    @Test("R21 Held are the targets that are synced: latched and not stopped, of that very kind")
    func targets() async throws {
        try await TestDatabase.with { test in
            let call = try await test.plant(.call)
            let synced = try await test.plant(.deal) { ($0.hubspot_id, $0.latched, $0.state) = ("1", true, .blocked) }
            _ = try await test.plant(.contact) { $0.hubspot_id = "1" }
            _ = try await test.plant(.contact) { ($0.hubspot_id, $0.latched, $0.state) = ("2", true, .stopped) }
            let rows = try await test.database.run(
                HoldLinkTargets([link(call, .deal, "1"), link(call, .contact, "1"), link(call, .contact, "2")]))
            #expect(rows.map(\.id) == [synced])
        }
    }

    @Test("R21 What is noted comes beside what was linked, once; of an activity that left no row nothing is")
    func notes() async throws {
        try await TestDatabase.with { test in
            let call = try await test.plant(.call)
            let (synced, noted) = (link(call, .deal, "1"), link(call, .contact, "2"))
            try await test.database.execute(ReplaceLinks(of: [call], links: [synced]))
            try await test.database.execute(NoteLinks([noted, synced, noted, link(PairID(999), .deal, "1")]))
            #expect(Set(try await test.database.run(FindLinks(of: [call, PairID(999)]))) == [synced, noted])
        }
    }

    @Test("R12 A contact whose company may have changed wakes its activities; where it may be our doing, not the synced ones")
    func beside() async throws {
        try await TestDatabase.with { test in
            func plant(_ state: State) async throws -> PairID { try await test.plant(.call) { ($0.state, $0.applied) = (state, 1) } }
            let (waiting, synced, stopped) = try await (plant(.waiting), plant(.synced), plant(.stopped))
            try await test.database.execute(NoteLinks([waiting, synced, stopped].map { link($0, .contact, "1") }))
            let (one, other) = (RecordKey(kind: .contact, id: "1"), RecordKey(kind: .deal, id: "1"))
            let ours = WantActivitiesBeside([(one, true), (one, true), (other, false)], lane: .live)
            #expect(try await test.database.run(ours) == [waiting])
            #expect(try await test.database.run(WantActivitiesBeside([(one, false)], lane: .live)) == [waiting, synced])
            #expect(try await test.see(waiting).wanted == 3)
            #expect(try await test.hints(of: synced).count == 1)
        }
    }

    @Test("R21 A target that latches wakes the synced activities linked with it, and no others")
    func wakes() async throws {
        try await TestDatabase.with { test in
            func plant(_ kind: Kind, _ state: State, latched: Bool) async throws -> PairID {
                try await test.plant(kind) { ($0.state, $0.latched, $0.applied) = (state, latched, 1) }
            }
            let contact = try await test.plant(.contact) { $0.hubspot_id = "1" }
            let linked = try await plant(.call, .synced, latched: true)
            let parked = try await plant(.call, .waiting, latched: false)
            let stopped = try await plant(.call, .stopped, latched: true)
            let other = try await plant(.call, .synced, latched: true)
            try await test.database.execute(
                ReplaceLinks(
                    of: [linked, parked, stopped, other],
                    links: [linked, parked, stopped].map { link($0, .contact, "1") } + [link(other, .deal, "1")]))
            #expect(try await test.database.run(WantLinkedActivities(linkedTo: [contact], lane: .live)) == [linked])
            #expect(try await test.see(linked).isUnanswered)
            #expect(try await test.hints(of: linked).count == 1)
        }
    }
}
