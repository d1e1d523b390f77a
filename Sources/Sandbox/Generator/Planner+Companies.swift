/// Companies: the faulty ones first, each at least once, then as many ordinary ones as asked for.
extension Planner {
    /// The faulty ones and a handful of others.
    static let fewestCompanies = 30

    /// The lifecycle stage that the parameter of artis names (R8).
    static let trigger = "opportunity"

    mutating func planCompanies(_ count: Int) {
        planFaultySIRETs()
        planValidSpellings()
        planOtherStates()
        while records.count < count {
            let place = company(siret: SIRETMint.siret(siren(), establishment: number(1...40)))
            if place.isMultiple(of: 12) { delay(place) } else if place % 12 == 6 { untick(place) }
        }
    }

    private mutating func planFaultySIRETs() {
        let valid = (0..<4).map { _ in siren() }.map { SIRETMint.siret($0, establishment: 1) }
        company(.siretMissing, siret: nil, .blocked("SIRET_MISSING"))
        let wrong = (valid[0].last?.wholeNumberValue ?? 0) + 1
        company(.siretCheckDigit, siret: valid[0].dropLast() + String(wrong % 10), .blocked("SIRET_INVALID"))
        company(.siretThirteen, siret: String(valid[1].dropLast()), .blocked("SIRET_INVALID"))
        company(.siretNine, siret: String(valid[2].prefix(9)), .blocked("SIRET_INVALID"))
        let first = company(.siretDuplicate, siret: valid[3])
        let second = company(.siretDuplicate, siret: valid[3], .blocked("SIRET_DUPLICATE"))
        change(first) { $0.rival = second }
        change(second) { $0.rival = first }
    }

    private mutating func planValidSpellings() {
        company(.siretSpaced, siret: Self.spelled(SIRETMint.siret(siren(), establishment: 2), with: " "))
        company(.siretNoBreak, siret: Self.spelled(SIRETMint.siret(siren(), establishment: 1), with: "\u{A0}") + "\u{202F}")
        let post = company(.laPoste, siret: SIRETMint.laPosteEstablishment)
        change(post) { $0.properties["name"] = "La Poste, bureau de Saint-Étienne Châteaucreux" }
        let shared = siren()
        for establishment in 1...3 {
            company(.oneSIREN, siret: SIRETMint.siret(shared, establishment: establishment * 7))
        }
        let long = company(.longName, siret: SIRETMint.siret(siren(), establishment: 1))
        change(long) {
            $0.properties["name"] =
                "Société coopérative et participative des ébénistes, luthiers, tourneurs et sculpteurs sur bois réunis"
                + " de la vallée de l'Ardèche et des monts du Vivarais, anciennement Établissements Œuvrard & Fils"
        }
    }

    private mutating func planOtherStates() {
        let other = company(.otherLifecycle, siret: SIRETMint.siret(siren(), establishment: 1))
        delay(other)
        let off = company(.boxOff, siret: SIRETMint.siret(siren(), establishment: 1))
        untick(off)
        let strange = company(.strangeSalesperson, siret: SIRETMint.siret(siren(), establishment: 1))
        change(strange) { $0.owner = PlannedPerson.stranger }
        let archived = company(.archivedSalesperson, siret: SIRETMint.siret(siren(), establishment: 1))
        change(archived) { $0.owner = PlannedPerson.archived }
        for _ in 0..<3 { company(.knownInArtis, siret: SIRETMint.siret(siren(), establishment: 1)) }
    }

    private mutating func delay(_ place: Int) {
        let stage = pick(["subscriber", "lead", "marketingqualifiedlead"])
        change(place) {
            $0.properties["lifecyclestage"] = stage
            $0.expected = .notEligible("LIFECYCLE_NOT_REACHED")
        }
    }

    private mutating func untick(_ place: Int) {
        change(place) {
            $0.properties["synchro_artis"] = "false"
            $0.expected = .notEligible("SYNC_NOT_REQUESTED")
        }
    }

    @discardableResult
    private mutating func company(
        _ scenario: Scenario = .ordinary, siret: String?, _ expected: Expected = .synced
    ) -> Int {
        let place = pick(Lexicon.places)
        let name = "\(pick(Lexicon.trades)) \(pick(Lexicon.founders)) \(pick(Lexicon.forms))"
        var properties = [
            "name": name, "lifecyclestage": Self.trigger, "synchro_artis": "true", "phone": phone(area: place.area),
            "address": "\(number(1...180)) \(pick(Lexicon.streets))", "zip": place.zip, "city": place.town,
            "country": "France", "website": "https://www.\(Ascii.slug(name))-\(records.count + 1).example",
        ]
        if chance(20) { properties["address2"] = "Bâtiment \(pick(["A", "B", "C"]))" }
        if let siret { properties["SIRET"] = siret }
        return add(
            PlannedRecord(
                type: .companies, properties: properties, owner: seller(), age: age(), scenario: scenario,
                expected: expected))
    }

    /// `732 829 320 00074`.
    private static func spelled(_ siret: String, with blank: String) -> String {
        let digits = Array(siret)
        return [digits[0..<3], digits[3..<6], digits[6..<9], digits[9...]].map { String($0) }.joined(separator: blank)
    }
}
