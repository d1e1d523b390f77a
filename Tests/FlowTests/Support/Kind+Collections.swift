import Domain

/// What the two systems call the collection of a kind.
extension Kind {
    var inHubSpot: String { StormRecord.collection(of: self) }

    var inArtis: String { PairsInArtis.Row(kind: self, artisID: "").collection }
}
