import Domain
import Testing

@Suite struct SIRETTests {
    @Test("R5 a SIRET is read or refused as the table says", arguments: SIRETCase.table)
    func table(_ row: SIRETCase) {
        #expect(SIRET.parse(row.text).map(\.digits) == row.expected)
        #expect((SIRET(row.text) != nil) == row.isValid)
    }

    @Test("R5 two spellings of one SIRET are one SIRET")
    func spellings() {
        let spellings = ["73282932000074", "732 829 320 00074", "732.829.320-00074", "\u{200B}732829320\u{202F}00074"]
        #expect(Set(spellings.map { SIRET($0) }).count == 1)
        #expect(Set(spellings.map(Canonical.siret)).count == 1)
        #expect(SIRET("73282932000074")?.siren == "732829320")
    }

    @Test("R5 no change of one digit leaves a SIRET valid")
    func everyDigitCounts() {
        for case let row in SIRETCase.table where row.isValid && !row.text.hasPrefix("356") {
            guard let digits = SIRET(row.text)?.digits.map({ $0 }) else { continue }
            for index in digits.indices {
                for other in "0123456789" where other != digits[index] {
                    var changed = digits
                    changed[index] = other
                    #expect(SIRET(String(changed)) == nil)
                }
            }
        }
    }

    @Test("R5 whatever surrounds and parts the digits, they are read the same")
    func noise() {
        var random = Seeded(seed: 5)
        let noise = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{200B}", "\u{FEFF}", ".", "-", "\u{2011}", "\t", "\r\n"]
        for _ in 0..<2_000 {
            let spelling = "73282932000074".map { String($0) + (random.chance(3) ? random.pick(noise) : "") }.joined()
            #expect(SIRET(spelling)?.digits == "73282932000074")
        }
    }

    @Test("R5 rubbish never traps, and what is accepted is fourteen digits")
    func rubbish() {
        var random = Seeded(seed: 6)
        for _ in 0..<5_000 {
            let text = random.text(alphabet: "0123456789 .-FRé٧\u{200B}\0", upTo: 20)
            if let siret = SIRET(text) { #expect(siret.digits.utf8.count == 14) }
        }
    }

    @Test("R6 a missing SIRET and an invalid one block with reasons of their own")
    func reasons() {
        #expect(SIRETFault.missing.reason == .siretMissing)
        for case .failure(let fault) in SIRETCase.table.map(\.expected) {
            #expect(fault.reason == (fault == .missing ? .siretMissing : .siretInvalid))
            #expect(SIRETFault(detail: fault.detail) == fault)
        }
        #expect(SIRETFault(detail: "digits_x") == nil)
        #expect(SIRETFault(detail: "") == nil)
    }

    @Test("R7 a later SIRET is carried when it is valid and free, else left out with a warning")
    func change() {
        let (old, new) = ("73282932000074", "44306184100047")
        func warning(_ value: String?, holder: ID<HubSpotRecord>? = nil) -> Warning? {
            SIRETChange.warning(value: value, last: old, holder: holder)
        }
        #expect(warning(old) == nil)
        #expect(warning(new) == nil)
        #expect(warning(new, holder: ID("77")) == Warning(.siretNotCarried, detail: "77"))
        #expect(warning(nil) == Warning(.siretNotCarried, detail: "missing"))
        #expect(warning("44306184100048") == Warning(.siretNotCarried, detail: "checksum"))
        #expect(SIRETChange.warning(value: "rubbish", last: "rubbish", holder: nil) == nil)
    }
}
