import HTTP

extension ArtisClient {
    /// The next changes of all collections.
    ///
    /// - Parameters:
    ///   - cursor: `ArtisFeedPage.next` of the page before, or a listing's; nil: the feed begins now.
    ///   - limit: 1 to 1,000.
    ///   - wait: how long artis may hold its answer back while there is nothing to tell; whole seconds, 60 at most.
    /// - Throws: a failure that `isCursorExpired` when the feed does not reach back to the cursor.
    public func changes(
        after cursor: String?, limit: Int = 500, wait: Duration
    ) async throws(ArtisFailure) -> ArtisFeedPage {
        let seconds = min(max(wait.components.seconds, 0), 60)
        var query = [("limite", String(limit)), ("attente", String(seconds))]
        if let cursor { query.insert(("depuis", cursor), at: 0) }
        let answer = try await wire.get("/v1/changements", query, patience: .seconds(seconds))
        var changes: [ArtisChange] = []
        for json in try answer.list("elements") {
            if let change = try ArtisChange(json, status: answer.status) { changes.append(change) }
        }
        guard let next = answer.json["suivant"]?.text, !next.isEmpty else {
            throw .faulted(answer.status, "the feed has no \"suivant\"")
        }
        let hasMore = answer.json["reste"]?.bool ?? false
        guard !hasMore || next != cursor else { throw .faulted(answer.status, "a place in the feed that leads to itself") }
        return ArtisFeedPage(changes: changes, next: next, hasMore: hasMore)
    }
}
