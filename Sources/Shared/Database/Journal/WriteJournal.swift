public import Domain
import FoundationEssentials

/// Appends to the journal.
public struct WriteJournal: Statement {
    public var entries: [(pair: PairID, entry: JournalEntry)]
    public var trace: String?

    public init(entries: [(pair: PairID, entry: JournalEntry)], trace: String? = nil) {
        self.entries = entries
        self.trace = trace
    }

    public static let sql = """
        INSERT INTO journal (pair_id, event, system, detail, trace)
        SELECT pair_id, event, system, detail, $2
        FROM jsonb_to_recordset($1::jsonb) AS e (pair_id bigint, event text, system text, detail text)
        WHERE EXISTS (SELECT FROM pair WHERE pair.id = pair_id)
        """

    public var parameters: [Parameter] {
        [.json(encoding: entries.map(Image.init)), trace.map(Parameter.text) ?? .null]
    }

    private struct Image: Encodable {
        var pair_id: Int64, event: String, system: String?, detail: String?

        init(_ item: (pair: PairID, entry: JournalEntry)) {
            pair_id = item.pair.rawValue
            event = item.entry.event.rawValue
            system = item.entry.system?.rawValue
            detail = item.entry.detail
        }
    }
}
