import Artis
import Database
import Domain
import HubSpot
import Oversight

/// Shows what is missing in HubSpot, asks, and adds it.
struct Setup {
    let desk: Desk
    let hubspot: HubSpotClient
    let artis: ArtisReader
    /// `HUBSPOT_PIPELINE`
    let pipeline: String?

    private var language: Language { desk.screen.language }

    /// - Returns: whether nothing that is missing or wrong in HubSpot is left: what was told as left to a person is.
    func run(dryRun: Bool, sure: Bool) async throws(ConsoleFailure) -> Bool {
        let civilities = await civilities()
        let account = try await account()
        let plan = SetupPlan(account, civilities: civilities, pipeline: pipeline)
        show(plan)
        var isWhole = true
        if !dryRun, !plan.steps.isEmpty {
            try Confirmation.ask(language.of(fr: "Créer dans HubSpot ?", en: "Create in HubSpot?"), sure: sure, language)
            isWhole = try await take(plan.steps)
        }
        let isComplete = tellTheRest(account, civilities)
        if dryRun { line(language.of(fr: "Rien n’a été écrit (--dry-run).", en: "Nothing was written (--dry-run).")) }
        return isWhole && isComplete && civilities != nil
    }

    private func account() async throws(ConsoleFailure) -> HubSpotFacts {
        do throws(HubSpotFailure) {
            return try await HubSpotReader(hubspot: hubspot, database: desk.database).readSchema()
        } catch {
            throw .hubspot(error)
        }
    }

    /// Without artis all but `civilite` can be made.
    /// - Returns: nil also for a table without a code in use.
    private func civilities() async -> LabelTable? {
        do throws(ArtisFailure) {
            let table = try await artis.read().civilities
            if let table, table.firstPossible != nil { return table }
            let check = CivilityTableCheck(language: language).check(table)
            wait("\(check.subject): \(check.text)")
        } catch {
            wait(Glossary.text(error.words, language))
        }
        return nil
    }

    private func wait(_ why: String) {
        line("✗ artis.net: \(why)" + language.of(fr: " ; civilite attend", en: "; civilite waits"), .bad)
    }

    private func show(_ plan: SetupPlan) {
        if plan.steps.isEmpty {
            return line(language.of(fr: "Rien ne manque qui puisse être créé.", en: "Nothing is missing that could be created."))
        }
        line(language.of(fr: "À créer dans HubSpot :", en: "To be created in HubSpot:"), .heading)
        for step in plan.steps { line("+ \(step.words(language))") }
    }

    /// Stops at the first that fails; what was done is told, and audited.
    private func take(_ steps: [SetupStep]) async throws(ConsoleFailure) -> Bool {
        let run = SetupRun(hubspot: hubspot)
        var done: [String] = []
        var failure: HubSpotFailure?
        for step in steps {
            do throws(HubSpotFailure) {
                let outcome = try await run.take(step)
                line("✓ \(step.name)\(aside(outcome))", .good)
                done.append(step.name)
            } catch {
                line("✗ \(step.name): \(Glossary.text(error.words, language))", .bad)
                failure = error
                break
            }
        }
        try await note(done)
        guard failure != nil else { return true }
        line(
            language.of(
                fr: "Fait : \(done.count) sur \(steps.count). Corrigez, puis relancez « passerelle setup » : ce qui est fait reste fait.",
                en: "Done: \(done.count) of \(steps.count). Mend it and run “passerelle setup” again: what is done stays done."))
        return false
    }

    private func aside(_ outcome: SetupRun.Outcome) -> String {
        switch outcome {
        case .done: ""
        case .inLowerCase(let name):
            language.of(fr: " (HubSpot refuse les capitales : \(name))", en: " (HubSpot refuses capitals: \(name))")
        case .withoutUniqueValues:
            language.of(
                fr: " (le compte refuse les valeurs uniques ici : propriété simple)",
                en: " (the account refuses unique values here: a plain property)")
        }
    }

    /// The audit, and the fleet looks at the account anew.
    private func note(_ done: [String]) async throws(ConsoleFailure) {
        guard !done.isEmpty else { return }
        try await ask { () async throws(DatabaseError) in
            try await desk.record("setup", done.joined(separator: "; "), in: desk.database)
            let keys = ["hubspot.own_references", "hubspot.pipelines", "hubspot.company_properties"]
            try await desk.database.execute(WantReferences(keys, atMost: .zero))
        }
    }

    /// What no call can create, with the way there.
    /// - Returns: whether there is none.
    private func tellTheRest(_ account: HubSpotFacts, _ civilities: LabelTable?) -> Bool {
        let language = language
        var checks = account.refusals.map { RefusalCheck(language: language).check($0) }
        checks += PropertyChecks(language: language).check(account.properties)
        checks += ReferenceChecks(language: language).check(account.properties)
        if let civilities { checks += OptionChecks(language: language).check(account.properties[.contact] ?? [], civilities) }
        if let pipelines = account.pipelines {
            checks += PipelineChecks(language: language).check(pipelines, setting: pipeline)
        }
        let byHand = checks.filter { $0.level == .fault && !$0.isForSetup }
        if byHand.isEmpty { return true }
        line(language.of(fr: "Reste à faire à la main :", en: "Left to be done by hand:"), .heading)
        for check in byHand { desk.screen.line(check.line) }
        return false
    }

    private func line(_ text: String, _ tint: Tint? = nil) { desk.screen.line(Words(text, tint)) }
}
