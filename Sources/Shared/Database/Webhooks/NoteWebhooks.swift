public import Domain

/// Remembers that webhooks of these kinds arrive, at most once a minute: a kind that tells its changes itself is polled
/// ten times less often.
public struct NoteWebhooks: Statement {
    public var kinds: [Kind]

    public init(of kinds: [Kind]) { self.kinds = kinds }

    public static let sql = """
        INSERT INTO cursor (name, value) SELECT DISTINCT 'webhook.' || kind, 'true'::jsonb FROM unnest($1::text[]) AS kind ORDER BY 1
        ON CONFLICT (name) DO UPDATE SET updated_at = now() WHERE cursor.updated_at < now() - interval '1 minute'
        """

    public var parameters: [Parameter] { [.textArray(kinds.map(\.rawValue))] }
}
