/// The ordinary contacts, deals and activities: some four of them a company, two companies of one SIRET left alone.
extension Planner {
    /// Codes of *Qualité personne* that a person picks.
    static let titles = ["M", "MME"]

    mutating func planDependants() {
        let companies = places(of: .companies).filter { records[$0].rival == nil }
        var contacts: [Int: Int] = [:]
        for company in companies {
            contacts[company] = contact(of: company)
            if chance(50) { contact(of: company) }
        }
        var deals: [Int: Int] = [:]
        for company in companies {
            deals[company] = deal(of: company, contact: contacts[company])
            if chance(25) { deal(of: company, contact: nil) }
        }
        for company in companies {
            let type = pick([ObjectType.calls, .meetings, .emails])
            activity(type, of: company, contact: contacts[company], deal: deals[company])
            if chance(50) { activity(.calls, of: company, contact: contacts[company], deal: nil) }
        }
    }

    @discardableResult
    mutating func contact(of company: Int) -> Int {
        let ticked = chance(85)
        let (first, last) = (pick(Lexicon.firstNames), pick(Lexicon.lastNames))
        let mail = "\(Ascii.slug(first)).\(Ascii.slug(last)).\(records.count)@\(domain(of: company))"
        return add(
            PlannedRecord(
                type: .contacts,
                properties: [
                    "firstname": first, "lastname": last, "email": mail, "civilite": pick(Self.titles),
                    "phone": phone(area: "1"), "mobilephone": phone(area: "6"), "jobtitle": pick(Lexicon.jobs),
                    "synchro_artis": ticked ? "true" : "false",
                ],
                links: [.init(place: company, primary: true)], owner: seller(), age: age(),
                expected: ticked ? .dependant(of: records[company].expected) : .notTicked))
    }

    @discardableResult
    mutating func deal(of company: Int?, contact: Int?) -> Int {
        let ticked = company.map { records[$0].scenario != .ordinary } ?? true || chance(85)
        var links: [PlannedRecord.Link] = []
        if let company { links.append(.init(place: company, primary: true)) }
        if let contact { links.append(.init(place: contact)) }
        let expected = company.map { Expected.dependant(of: records[$0].expected) } ?? .noCompany
        return add(
            PlannedRecord(
                type: .deals,
                properties: [
                    "dealname": "\(pick(Lexicon.subjects)) \(records.count)",
                    "amount": "\(number(500...90_000)).\(pick(["00", "50", "99"]))",
                    "synchro_artis": ticked ? "true" : "false",
                ],
                moments: ["closedate": number(-40_000...80_000)], links: links, owner: seller(),
                stage: .init(pipeline: 0, stage: number(0...5)), creator: seller(), age: age(),
                expected: ticked ? expected : .notTicked))
    }

    @discardableResult
    mutating func activity(_ type: ObjectType, of company: Int?, contact: Int?, deal: Int?) -> Int {
        let age = age()
        let expected = company.map { Expected.dependant(of: records[$0].expected) } ?? .noCompany
        var record = PlannedRecord(
            type: type, properties: text(of: type, subject: pick(Lexicon.subjects), remark: pick(Lexicon.remarks)),
            moments: ["hs_timestamp": -age], links: [company, contact, deal].compactMap { $0.map { .init(place: $0) } },
            owner: seller(), age: age, expected: expected)
        if type == .meetings {
            record.moments["hs_meeting_start_time"] = -age
            record.moments["hs_meeting_end_time"] = -age + 60
        }
        return add(record)
    }

    private func text(of type: ObjectType, subject: String, remark: String) -> [String: String] {
        switch type {
        case .calls:
            [
                "hs_call_title": "Appel : \(subject)", "hs_call_body": "<p>\(remark)</p>",
                "hs_call_direction": "OUTBOUND", "hs_call_status": "COMPLETED", "hs_call_duration": "240000",
            ]
        case .meetings:
            [
                "hs_meeting_title": "Visite : \(subject)", "hs_meeting_body": "<p>\(remark)<br>Compte rendu à suivre.</p>",
                "hs_meeting_outcome": "COMPLETED",
            ]
        case .emails:
            [
                "hs_email_subject": subject, "hs_email_text": remark, "hs_email_html": "<p>\(remark)</p>",
                "hs_email_direction": "EMAIL", "hs_email_status": "SENT",
            ]
        case .companies, .deals, .contacts: [:]
        }
    }

    private func domain(of company: Int) -> String {
        String((records[company].properties["website"] ?? "").dropFirst("https://www.".count))
    }
}
