extension HubSpotState {
    /// Makes a record of a draft; the record as it now is.
    mutating func create(_ type: ObjectType, _ draft: Draft, by author: Author, id: Int? = nil) -> Record {
        let id = id ?? self[type].newId()
        var record = Record(id: id, createdAt: author.at, updatedAt: author.at)
        for (name, value) in draft.values.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
            record.set(name, value, by: author, type: type)
        }
        if type == .deals { closeDate(&record, draft, was: nil, by: author) }
        store(record, type)
        dirty.insert(.sequence(type))
        tell(type, id, "creation", author)
        for (name, value) in draft.values.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
            tell(type, id, "propertyChange", author, ["propertyName": .string(name), "propertyValue": .string(value)])
        }
        for link in draft.links { self.link(type, id, link.type, link.id, link.labels, by: author) }
        if type == .contacts, settings.companiesFromMailDomains { adoptDomain(record, by: author) }
        return self[type].records[id] ?? record
    }

    /// Changes a record by a draft; values that are the same already change nothing.
    mutating func update(_ type: ObjectType, _ record: Record, _ draft: Draft, by author: Author) -> Record {
        var record = record
        let changes = draft.values.filter { (record.properties[$0.key] ?? "") != $0.value }
        guard !changes.isEmpty else { return record }
        let stage = record.properties["dealstage"]
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            record.set(name, value, by: author, type: type)
            tell(type, record.id, "propertyChange", author, ["propertyName": .string(name), "propertyValue": .string(value)])
        }
        if type == .deals { closeDate(&record, draft, was: stage, by: author) }
        record.updatedAt = author.at
        store(record, type)
        return record
    }

    mutating func archive(_ type: ObjectType, _ id: Int, by author: Author) {
        guard var record = self[type].find(id), !record.isArchived else { return }
        record.archivedAt = author.at
        record.updatedAt = author.at
        store(record, type)
        tell(type, record.id, "deletion", author)
    }

    mutating func restore(_ type: ObjectType, _ id: Int, by author: Author) {
        guard var record = self[type].records[id], record.isArchived else { return }
        record.archivedAt = nil
        record.updatedAt = author.at
        store(record, type)
        tell(type, id, "restore", author)
    }

    /// Forgets a record for good, as a privacy deletion does.
    mutating func erase(_ type: ObjectType, _ id: Int, by author: Author) {
        guard let record = self[type].find(id) else { return }
        for (to, ends) in record.links {
            for end in ends.keys { unlink(type, record.id, to, end, by: author) }
        }
        self[type].erase(record.id, unique: unique(type), visibleAt: now + settings.searchLag)
        mark(type, record.id)
        tell(type, record.id, "privacyDeletion", author)
    }

    mutating func store(_ record: Record, _ type: ObjectType) {
        self[type].put(record, unique: unique(type), visibleAt: isQuiet ? now : now + settings.searchLag)
        mark(type, record.id)
    }

    /// HubSpot dates a deal that closes, where the account is set so.
    private func closeDate(_ record: inout Record, _ draft: Draft, was: String?, by author: Author) {
        guard settings.closeDateOnClose, draft.values["closedate"] == nil, record.properties["dealstage"] != was,
            let stage = record.properties["dealstage"],
            pipelines.flatMap(\.stages).contains(where: { $0.id == stage && $0.isClosed })
        else { return }
        record.set("closedate", Moment.iso(author.at), by: author, type: .deals)
    }

    /// HubSpot makes a company of a new contact's mail domain, where the account is set so.
    private mutating func adoptDomain(_ contact: Record, by author: Author) {
        guard let domain = contact.properties["email"]?.split(separator: "@").last.map(String.init) else { return }
        let known = self[.companies].records.values.first { $0.properties["domain"] == domain && !$0.isArchived }
        let values = ["domain": domain, "name": domain, "hs_object_source": "AUTO_ASSOCIATE_BY_DOMAIN"]
        let company = known ?? create(.companies, Draft(values: values), by: author)
        link(.contacts, contact.id, .companies, company.id, [AssociationLabel(1)], by: author)
    }
}
