import Database
import Domain
import Testing

@testable import Dashboard

@Suite("In French")
struct FrenchTests {
    /// Everything that programs keep in English: why a message is dead, what a history tells, what was done by hand, why a
    /// system is away.
    private func fill(_ dash: Dash) async throws {
        try await dash.database.script(
            """
            INSERT INTO pair (kind, hubspot_id, artis_id, state, reason, detail) VALUES
                ('deal', '20', 'AF20', 'retrying', 'ERROR', 'HubSpot did not answer for this record'),
                ('contact', '30', NULL, 'failed', 'POISON_MESSAGE', '4 workers died over it');
            INSERT INTO journal (pair_id, event, system, detail) VALUES
                (1, 'created', 'hubspot', '20'), (1, 'updated', 'hubspot', 'closedate dealname'),
                (1, 'updated', 'artis', 'montant'), (1, 'waiting', NULL, 'COMPANY_NOT_SYNCED'),
                (1, 'retried', NULL, 'an end of an association is missing in HubSpot'), (1, 'linked', NULL, 'by zoé');
            INSERT INTO dead_letter (queue, reason, kind, hubspot_id, pair_id, payload) VALUES
                ('passerelle.contact.live', 'delivery_limit', 'contact', '30', 2, '{}'),
                ('passerelle.contact.live', 'the message lacks the field "kind"', NULL, NULL, NULL, 'x');
            INSERT INTO operator_action (operator, action, detail) VALUES
                ('zoé', 'backfill', 'all ended: company 12 found 10 queued'), ('zoé', 'retry', 'failed contact: 3'),
                ('zoé', 'verify', 'all --repair ended: 9 compared, 2 differ, 2 queued'), ('zoé', 'setup', 'civilite');
            UPDATE breaker SET opened_at = now(), probe_at = now(), cause = 'artis.net answered 503' WHERE system = 'artis'
            """)
    }

    private static let pages: [(String, [String])] = [
        ("/", ["artis.net a répondu 503"]), ("/attention", ["4 programmes se sont arrêtés net"]), ("/waiting", []),
        ("/records", ["HubSpot n’a pas répondu pour cette fiche"]), ("/queues", []), ("/limiter", []), ("/workers", []),
        ("/repairs", []), ("/search", []), ("/queues/deal/pause", []), ("/queues/deal/resume", ["pour toute la flotte ?", "« transaction »"]),
        ("/records/deal/1", ["date de conclusion, nom de la transaction", "Son entreprise n’est pas encore", "une fiche à associer manque", "par zoé"]),
        ("/dead", ["distribué trop souvent sans réponse", "il manque au message le champ"]),
        ("/dead/1", ["distribué trop souvent sans réponse"]),
        ("/audit", ["tout terminé: entreprise 12 trouvées 10 en file", "vérifier", "2 différentes", "en échec contact: 3"]),
    ]

    @Test("Every page says all in French: no English word of ours is left in what is seen", arguments: pages)
    func french(_ path: String, _ words: [String]) async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let page = try await dash.browser(language: "fr").get(path)
            #expect(page.status == 200)
            for words in words { #expect(page.text.contains(words), "\(words)") }
            let seen = page.text.replacing(/<(script|style)[^>]*>.*?<\/(script|style)>/.dotMatchesNewlines(), with: "")
                .replacing(/<[^>]*>/, with: " ").replacing(/passerelle\.[a-z.]+|[a-z]+-worker/, with: "")
            let english = /\b(?:the|an|is|are|was|has|not|no|by|of|in|all|found|queued|synced|waiting|failed|retried|updated|created|died|lacks|answer(?:ed)?|record|company|deal|worker|since|missing|limit)\b/
            #expect(seen.matches(of: english).map { String($0.output) } == [], "\(path)")
        }
    }
}
