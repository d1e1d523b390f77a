import Artis
import Database
import Domain
import HubSpot
import Messaging
import Oversight
import Runtime

/// Looks at every connection and prerequisite, one after the other; what cannot be looked at is a fault too.
struct Doctor {
    let desk: Desk
    let inspector: Inspector
    let management: BrokerManagement?
    let hubspot: HubSpotClient
    let artis: ArtisClient
    let pipeline: String?
    let hasWebhookSecret: Bool

    private var language: Language { desk.screen.language }
    private static let call = HubSpotCall(purpose: .operator, lane: .live)

    func examine() async -> CheckUp {
        let schema = await schema()
        var checks = [schema]
        checks += await broker()
        let (onArtis, civilities, people, parameter) = await artisSide()
        let hasLimiter = schema.verdict == .ok
        let (onHubSpot, stages) = await hubspotSide(hasLimiter: hasLimiter, civilities: civilities, people: people)
        checks += onArtis
        if let parameter { checks.append(ArtisChecks(language: language).trigger(parameter.value, stages: stages)) }
        checks += onHubSpot
        checks.append(HubSpotChecks(language: language).webhookSecret(isSet: hasWebhookSecret))
        return CheckUp(checks: checks)
    }

    private func schema() async -> Check {
        do throws(ConsoleFailure) {
            try await desk.checkSchema()
            return .ok("database", language.of(fr: "connectée, schéma à jour", en: "connected, schema up to date"))
        } catch {
            let remedy =
                if case .schema = error { "passerelle migrate" } else {
                    language.of(fr: "vérifiez DATABASE_URL et PostgreSQL", en: "check DATABASE_URL and PostgreSQL")
                }
            return .fault("database", error.sentence(language), remedy: remedy)
        }
    }

    private func broker() async -> [Check] {
        let judge = BrokerChecks(language: language)
        var checks: [Check] = []
        do throws(BrokerError) {
            let counts = try await inspector.inspect(queues: Topology.fleet.queues)
            checks = [.ok("broker", language.of(fr: "connecté", en: "connected")), judge.queues(counts)]
        } catch {
            let remedy = language.of(fr: "vérifiez AMQP_URL et RabbitMQ", en: "check AMQP_URL and RabbitMQ")
            return [.fault("broker", "\(error)", remedy: remedy)]
        }
        guard let management else { return checks }
        do throws(ConsoleFailure) { checks.append(judge.policies(try await management.queues())) } catch {
            checks.append(
                .warning(
                    "broker.policies", error.sentence(language),
                    remedy: language.of(fr: "vérifiez AMQP_MANAGEMENT_URL", en: "check AMQP_MANAGEMENT_URL")))
        }
        return checks
    }

    private struct Parameter { var value: String? }

    private func artisSide() async -> ([Check], LabelTable?, [ArtisPerson]?, Parameter?) {
        let judge = ArtisChecks(language: language)
        do throws(ArtisFailure) {
            let trigger = try await artis.parameter(Prerequisites.trigger)
            let delay = try await artis.parameter(Prerequisites.delay)
            let civilities = try await artis.labels(.qualitePersonne)
            let roles = try await artis.labels(.roleCommercial)
            let actions = try await artis.actionTable()
            let people = try await artis.people()
            let checks =
                [.ok("artis", language.of(fr: "connecté", en: "connected")), judge.delay(delay), judge.roles(roles)]
                + judge.actions(actions) + [judge.civilities(civilities)]
            return (checks, civilities, people, Parameter(value: trigger))
        } catch {
            let remedy = language.of(
                fr: "vérifiez ARTIS_BASE_URL et ARTIS_API_KEY", en: "check ARTIS_BASE_URL and ARTIS_API_KEY")
            return ([.fault("artis", error.words, remedy: remedy)], nil, nil, nil)
        }
    }

    private func hubspotSide(
        hasLimiter: Bool, civilities: LabelTable?, people: [ArtisPerson]?
    ) async -> ([Check], LifecycleStages?) {
        let judge = HubSpotChecks(language: language)
        guard hasLimiter else {
            let remedy = language.of(fr: "corrigez d’abord la base de données", en: "mend the database first")
            let why = language.of(
                fr: "non vérifié : sans la base, personne n’appelle HubSpot",
                en: "not checked: without the database nobody calls HubSpot")
            return ([.fault("hubspot", why, remedy: remedy)], nil)
        }
        do throws(HubSpotFailure) {
            let zone = try await hubspot.accountZone(for: Self.call)
            var properties: [Kind: [HubSpotProperty]] = [:]
            for kind in [Kind.company, .deal, .contact] {
                properties[kind] = try await hubspot.properties(of: kind, for: Self.call)
            }
            let pipelines = try await hubspot.pipelines(for: Self.call)
            let owners = try await hubspot.owners(for: Self.call)
            var checks = [.ok("hubspot", zone)] + judge.properties(properties)
            if let civilities { checks += [judge.civilities(properties[.contact] ?? [], civilities)].compactMap { $0 } }
            checks.append(judge.pipeline(pipelines, setting: pipeline))
            if let people {
                checks += PeopleChecks(language: language).check(owners: owners, collaborateurs: people)
            }
            let options = properties[.company]?.first { $0.name == HubSpotName.lifecycleStage }?.options ?? []
            return (checks, options.isEmpty ? .standard : LifecycleStages(Set(options.map(\.value))))
        } catch {
            let remedy = language.of(
                fr: "vérifiez HUBSPOT_ACCESS_TOKEN, ses droits (scopes) et HUBSPOT_BASE_URL",
                en: "check HUBSPOT_ACCESS_TOKEN, its scopes and HUBSPOT_BASE_URL")
            return ([.fault("hubspot", error.words, remedy: remedy)], nil)
        }
    }
}
