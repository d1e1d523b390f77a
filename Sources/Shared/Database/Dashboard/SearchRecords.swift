/// Records by what a person knows of them: an id of either system, a SIRET, an e-mail address, or words of a name, each by
/// an index. Names and addresses are those last synced, else last read.
public struct SearchRecords: Statement {
    /// As typed, without blanks around it.
    public var text: String
    /// Fourteen digits, when the text is a SIRET.
    public var siret: String?
    /// The beginnings of words, lower case: runs of letters and digits, eight at most. The index of names splits them alike.
    var words: [String] { text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(8).map(String.init) }
    public var limit: Int

    public init(_ text: String, siret: String?, limit: Int) {
        self.text = text
        self.siret = siret
        self.limit = limit
    }

    // The words are letters and digits alone, so that they cannot be read as operators of a tsquery.
    public static let sql = """
        WITH found AS (
            SELECT id, 0 AS rank FROM pair
            WHERE kind = ANY (ARRAY['company', 'deal', 'contact', 'call', 'meeting', 'email']) AND hubspot_id = $1
            UNION ALL
            SELECT id, 0 FROM pair
            WHERE collection = ANY (ARRAY['tiers', 'affaires', 'interlocuteurs', 'actions']) AND artis_id = $1
            UNION ALL
            SELECT id, 1 FROM pair WHERE siret = $2
            UNION ALL
            SELECT pair.id, 1 FROM siret JOIN pair ON pair.kind = 'company' AND pair.hubspot_id = siret.hubspot_id
            WHERE siret.siret = $2
            UNION ALL
            SELECT id, 1 FROM pair WHERE kind = 'contact' AND snapshot -> 'hubspot' ->> 'email' = lower($1)
            UNION ALL
            SELECT id, 1 FROM pair WHERE kind = 'contact' AND snapshot -> 'artis' ->> 'email' = lower($1)
            UNION ALL
            SELECT id, 1 FROM pair WHERE kind = 'contact' AND called ->> 'email' = lower($1)
            UNION ALL
            (SELECT id, 2 FROM pair
            WHERE to_tsvector('simple', coalesce(folded(record_name(kind, snapshot, called)), ''))
                @@ to_tsquery('simple', folded((SELECT string_agg(word || ':*', ' & ') FROM unnest($3::text[]) AS word)))
            ORDER BY kind <> 'company', id LIMIT $4)
        ), best AS (
            SELECT id, min(rank) AS rank FROM found GROUP BY id
        )
        SELECT \(RecordRow.columns) FROM best JOIN standing ON standing.id = best.id
        LEFT JOIN pair company ON company.id = standing.company_id
        ORDER BY best.rank, standing.kind <> 'company', standing.id LIMIT $4
        """

    public var parameters: [Parameter] { [.text(text), .text(siret), .textArray(words), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> RecordRow { try RecordRow(row: row) }
}
