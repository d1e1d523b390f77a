import Database
import Domain
import HTTP
import TestKit
import Testing

/// R29, issue 6, Show 5: no webhook, no poll and no feed tells anything, and the reconciliation finds it.
@Suite(
    .office(settings: ["HUBSPOT_POLL_SECONDS": "3600"], webhooks: false) { sandbox in
        try await sandbox.hubspot(.patch, "hubspot/settings", ["search_lag_ms": 0])
    }, .judged, .serialized)
struct VerifyTests {
    @Test("R29 verify names exactly what differs, in few calls, and writes nothing; with --repair both sides agree")
    func verify() async throws {
        let office = try Office.open
        var account = try await UntoldAccount(office, seed: 5)
        try await expectCalm(account)

        try await office.stopListening()
        let gone = try await account.remove()
        try await office.forgetPlaces()
        try await expectNamed(account)
        try await mend(&account)
        for pair in gone.archived { try await office.expect(pair.kind, artis: pair.artis, .stopped, .deletedInHubSpot) }
        for pair in gone.deleted { try await office.expect(pair.kind, pair.hubspot, .stopped, .deletedInArtis) }

        try await office.stopListening()
        try await account.restore(gone)
        _ = try await account.remove()
        try await account.editFields()
        try await account.editAside()
        try await account.moveHomes()
        try await account.moveLinks()
        try await account.merge()
        try await account.mergeHomes()
        try await office.forgetPlaces()
        try await expectNamed(account)
        try await mend(&account)
        for pair in gone.archived + gone.deleted { try await office.expect(pair.kind, pair.hubspot, .synced) }
    }

    @Test("R26 R29 an activity whose contact was archived untold is carried, keeps the link, and is not looked at for ever")
    func goneEnd() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        let contact = try await scene.contact(of: company, mail: Fresh.mail)
        let call = try await scene.call(of: [("companies", company, false), ("contacts", contact, false)])
        #expect(try await office.fleet.passerelle("backfill").code == 0)
        try await office.fleet.quiet()
        let (person, action) = try await (office.artisID(.contact, contact), office.artisID(.call, call))
        try await office.archive(.contact, contact)
        try await scene.change("actions", action, ["objet": "Rappel convenu"])
        try await office.fleet.until("what the feed tells") {
            try await scene.hubspot("calls", call)["hs_call_title"] == "Rappel convenu"
        }
        try await office.fleet.quiet()
        #expect(try await office.fields(.call, call)?["interlocuteurs"] == [.string(person)])
        // The call, too, is compared while its contact stands as synced.
        #expect(try await VerifyRun(office).named == ["contact \(person)"])
        #expect(try await VerifyRun(office, repair: true).named == ["contact \(person)"])
        try await office.fleet.quiet()
        try await office.expect(.contact, artis: person, .stopped, .deletedInHubSpot)
        #expect(try await office.fields(.call, call)?["interlocuteurs"] == [.string(person)])
    }

    /// Nothing differs, and that is found in hardly more calls than the least possible.
    private func expectCalm(_ account: UntoldAccount, at location: SourceLocation = #_sourceLocation) async throws {
        let run = try await VerifyRun(account.office)
        #expect(run.code == 0 && run.named == [], "\(run.lines)", sourceLocation: location)
        let ratio = run.ratio(linked: account.linked)
        let pairs = account.linked.values.reduce(0, +)
        print("Show 5: \(pairs) linked pairs compared in \(run.hubspotCalls.count) calls to HubSpot, \(ratio) of the least")
        #expect(ratio <= 1.2, "\(run.hubspotCalls)", sourceLocation: location)
    }

    private func expectNamed(_ account: UntoldAccount, at location: SourceLocation = #_sourceLocation) async throws {
        let held = try await account.office.fleet.database.first(HeldPairs())
        let run = try await VerifyRun(account.office)
        #expect(run.code == 1, sourceLocation: location)
        account.expectNamed(run, at: location)
        #expect(run.writes == [], sourceLocation: location)
        #expect(try await account.office.fleet.database.first(HeldPairs()) == held, sourceLocation: location)
        #expect(run.ratio(linked: account.linked) <= 1.2, "\(run.hubspotCalls)", sourceLocation: location)
    }

    /// The workers bring in step what is queued; then nothing differs.
    private func mend(_ account: inout UntoldAccount, at location: SourceLocation = #_sourceLocation) async throws {
        let office = account.office
        try await office.listenAgain()
        // What its first pages queue is under way while it reads the others: it may name less, and nothing else.
        let run = try await VerifyRun(office, repair: true)
        #expect(run.code == 0, sourceLocation: location)
        account.expectNothingElse(run, at: location)
        try await office.fleet.quiet(within: 120)
        let after = try await VerifyRun(office)
        #expect(after.code == 0 && after.named == [], "\(after.lines)", sourceLocation: location)
        let sides = try await BothSides(office)
        let apart = sides.pairs.filter { $0.state == "synced" }.flatMap { sides.differences($0, except: ["civilite", "hs_call_body"]) }
        #expect(apart == [], sourceLocation: location)
        try await account.look()
    }
}

extension UntoldAccount {
    fileprivate func expectNamed(_ run: VerifyRun, at location: SourceLocation) {
        let missed = named.filter { !run.named.contains($0.key) }
        #expect(missed == [:], sourceLocation: location)
        expectNothingElse(run, at: location)
    }

    fileprivate func expectNothingElse(_ run: VerifyRun, at location: SourceLocation) {
        let wrong = run.lines.filter { named[$0.key] == nil }
        #expect(wrong == [:], sourceLocation: location)
    }
}
