public import Domain
import FoundationEssentials

/// Appends to the journal.
public struct WriteJournal: Statement {
    public var entries: [(pair: PairID, entry: JournalEntry)]
    public var traces: Traces

    public init(entries: [(pair: PairID, entry: JournalEntry)], traces: Traces = Traces()) {
        self.entries = entries
        self.traces = traces
    }

    public static let sql = """
        INSERT INTO journal (pair_id, event, system, detail, trace)
        SELECT pair_id, event, system, detail, trace
        FROM jsonb_to_recordset($1::jsonb) AS e (pair_id bigint, event text, system text, detail text, trace text)
        WHERE EXISTS (SELECT FROM pair WHERE pair.id = pair_id)
        """

    public var parameters: [Parameter] {
        [.json(encoding: entries.map { Image($0, trace: traces.id(of: $0.pair)) })]
    }

    private struct Image: Encodable {
        var pair_id: Int64, event: String, system: String?, detail: String?, trace: String?

        init(_ item: (pair: PairID, entry: JournalEntry), trace: String?) {
            pair_id = item.pair.rawValue
            event = item.entry.event.rawValue
            system = item.entry.system?.rawValue
            detail = item.entry.detail
            self.trace = trace
        }
    }
}
