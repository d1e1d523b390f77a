import Domain
import HubSpot
import Oversight

/// Facts in, lines out; pure.
struct Verdicts {
    let language: Language

    func check(_ facts: Facts) -> [Check] {
        hubspot(facts) + artis(facts) + people(facts) + broker(facts.broker) + database(facts.database)
    }

    private func hubspot(_ facts: Facts) -> [Check] {
        let webhooks = WebhookChecks(language: language).check(facts.settings)
        switch facts.hubspot {
        case .notAsked:
            return [
                .fault(
                    .hubspot, "HubSpot",
                    language.of(
                        fr: "non vérifié : sans la base de données, personne n’appelle HubSpot",
                        en: "not checked: without the database nobody calls HubSpot"),
                    remedy: language.of(fr: "corrigez d’abord PostgreSQL (plus bas)", en: "mend PostgreSQL first (below)"))
            ] + webhooks
        case .away(let why, let cause):
            let remedy = AwayRemedy(language: language).hubspot(cause)
            return [.fault(.hubspot, "HubSpot", Glossary.text(why, language), remedy: remedy)] + webhooks
        case .here(let account): return self.account(account, facts) + webhooks
        }
    }

    private func account(_ account: HubSpotFacts, _ facts: Facts) -> [Check] {
        var checks: [Check] = [.ok(.hubspot, "HubSpot", language.of(fr: "connecté", en: "connected")), zone(account.zone)]
        let refusals = RefusalCheck(language: language)
        checks += account.refusals.filter { $0.cause != .scope }.map { refusals.check($0) }
        let setup = SetupPlan(account, civilities: facts.artis.value?.civilities, pipeline: facts.settings.pipeline)
        checks += ScopeChecks(language: language).check(account.scopes, refusals: account.refusals, setup: setup.scopes)
        checks += PropertyChecks(language: language).check(account.properties)
        checks += ReferenceChecks(language: language).check(account.properties)
        if let contact = account.properties[.contact], let table = facts.artis.value?.civilities {
            checks += OptionChecks(language: language).check(contact, table)
        }
        if let pipelines = account.pipelines {
            checks += PipelineChecks(language: language).check(pipelines, setting: facts.settings.pipeline)
        }
        let companies = CompanyChecks(language: language)
        checks += account.sirets.map { companies.check($0) } ?? []
        checks += account.automaticCompanies.map { [companies.automatic($0)] } ?? []
        return checks
    }

    /// The day of a `closedate` is the one of the account's zone.
    private func zone(_ name: String?) -> Check {
        let subject = language.of(fr: "fuseau horaire", en: "time zone")
        if let name, AccountZone.isKnown(name) { return .ok(.timeZone, subject, name) }
        return .fault(
            .timeZone, subject,
            language.of(fr: "\(language.quoted(name ?? "")) n’est pas connu ici", en: "\(language.quoted(name ?? "")) is not known here"),
            remedy: language.of(
                fr: "HubSpot, Paramètres > Compte par défaut > Fuseau horaire ; ou installez le paquet tzdata",
                en: "HubSpot, Settings > Account Defaults > Time zone; or install the package tzdata"))
    }

    private func artis(_ facts: Facts) -> [Check] {
        switch facts.artis {
        case .notAsked: return []
        case .away(let why, let cause):
            let remedy = AwayRemedy(language: language).artis(cause)
            return [.fault(.artis, "artis.net", Glossary.text(why, language), remedy: remedy)]
        case .here(let artis):
            return [
                .ok(.artis, "artis.net", language.of(fr: "connecté", en: "connected")),
                TriggerCheck(language: language).check(
                    artis.trigger, stages: facts.hubspot.value?.lifecycleStages ?? []),
                DelayCheck(language: language).check(artis.delay), RoleCheck(language: language).check(artis.roles),
                CivilityTableCheck(language: language).check(artis.civilities),
            ] + ActionTableChecks(language: language).check(artis.actions)
        }
    }

    /// Both sides are needed to tell who is who.
    private func people(_ facts: Facts) -> [Check] {
        guard let owners = facts.hubspot.value?.owners, let artis = facts.artis.value else { return [] }
        return PeopleChecks(language: language).check(owners: owners, collaborateurs: artis.people)
    }

    private func broker(_ broker: Found<BrokerFacts>) -> [Check] {
        switch broker {
        case .notAsked: return []
        case .away(let why, _):
            return [
                .fault(
                    .broker, "RabbitMQ", Glossary.text(why, language),
                    remedy: language.of(fr: "vérifiez AMQP_URL et RabbitMQ", en: "check AMQP_URL and RabbitMQ"))
            ]
        case .here(let facts):
            return [.ok(.broker, "RabbitMQ", language.of(fr: "connecté", en: "connected"))]
                + BrokerChecks(language: language).check(facts)
        }
    }

    private func database(_ database: Found<DatabaseFacts>) -> [Check] {
        switch database {
        case .notAsked: return []
        case .away(let why, _):
            return [
                .fault(
                    .database, "PostgreSQL", Glossary.text(why, language),
                    remedy: language.of(fr: "vérifiez DATABASE_URL et PostgreSQL", en: "check DATABASE_URL and PostgreSQL"))
            ]
        case .here(let facts):
            return [.ok(.database, "PostgreSQL", language.of(fr: "connectée", en: "connected"))]
                + DatabaseChecks(language: language).check(facts)
        }
    }
}
