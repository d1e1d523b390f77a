public import Domain

/// Removes held-back hints of pairs whose every change is answered: they were kept for a lease holder that might die.
public struct DropAnsweredHints: Statement {
    public var pairs: [PairID]

    public init(pairs: [PairID]) { self.pairs = pairs }

    public static let sql = """
        DELETE FROM outbox USING pair
        WHERE outbox.pair_id = pair.id AND pair.id = ANY ($1::bigint[]) AND wanted <= applied AND due_at > now()
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue))] }
}
