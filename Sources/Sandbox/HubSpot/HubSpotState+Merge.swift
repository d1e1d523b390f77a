extension HubSpotState {
    /// Merges one record into another. Empty values are filled from the loser and associations move; no
    /// propertyChange tells of it, and the loser sends a deletion.
    /// - Returns: the survivor's id, which may be a new one.
    mutating func merge(
        _ type: ObjectType, primary: Int, loser: Int, newId: Bool, by author: Author
    ) throws(HubSpotFault) -> Int {
        guard let winner = self[type].find(primary), let lost = self[type].find(loser), winner.id != lost.id,
            !winner.isArchived, !lost.isArchived
        else { throw .notFound() }
        let survivorId = newId ? self[type].newId() : winner.id
        var survivor = Record(id: survivorId, createdAt: winner.createdAt, updatedAt: author.at)
        survivor.properties = winner.properties.merging(lost.properties) { own, _ in own }
        survivor.history = winner.history.merging(lost.history) { own, _ in own }
        survivor.links = newId ? [:] : winner.links
        survivor.mergedIds = winner.mergedIds + lost.mergedIds + (newId ? [winner.id, lost.id] : [lost.id])
        let gone = newId ? [winner, lost] : [lost]
        for record in gone {
            bury(record, type, under: survivorId, by: author)
        }
        store(survivor, type)
        dirty.insert(.sequence(type))
        for record in gone { move(record, type, to: survivorId, by: author) }
        tell(
            type, survivorId, "merge", author,
            [
                "primaryObjectId": .integer(winner.id), "mergedObjectIds": [.integer(lost.id)],
                "newObjectId": .integer(survivorId), "numberOfPropertiesMoved": 0,
            ])
        for record in gone { tell(type, record.id, "deletion", author) }
        return survivorId
    }

    private mutating func bury(_ record: Record, _ type: ObjectType, under survivor: Int, by author: Author) {
        var record = record
        record.archivedAt = author.at
        store(record, type)
        self[type].survivors[record.id] = survivor
    }

    private mutating func move(_ record: Record, _ type: ObjectType, to survivor: Int, by author: Author) {
        let told = isQuiet
        isQuiet = true
        for (to, ends) in record.links {
            for (other, labels) in ends.sorted(by: { $0.key < $1.key }) {
                let hasPrimary = self[type].records[survivor]?.links[to]?.values.contains { held in
                    held.contains { AssociationKind.isPrimary($0.typeId) }
                }
                let kept = hasPrimary == true && type.keepsLinks(to: to)
                    ? labels.filter { !AssociationKind.isPrimary($0.typeId) } : labels
                unlink(type, record.id, to, other, by: author)
                link(type, survivor, to, other, kept, by: author)
            }
        }
        isQuiet = told
    }
}
