import Domain
import Testing

@Suite struct SentenceTests {
    static let reasons = Reason.allCases.flatMap { reason in [nil, "", "42"].map { (reason, $0) } }

    @Test(
        "Every reason says why and what would change it, in both languages, with a detail or without",
        arguments: reasons)
    func whole(_ reason: Reason, _ detail: String?) {
        for language in Language.allCases {
            for sentence in [reason.why(language, detail: detail), reason.remedy(language, detail: detail)] {
                #expect(
                    sentence.first?.isUppercase == true || sentence.hasPrefix("artis.net")
                        || sentence.hasPrefix("HubSpot"))
                #expect(sentence.hasSuffix("."))
                for rest in ["{", "}", "[", "]", "  ", "()", " ."] { #expect(!sentence.contains(rest), "\(sentence)") }
            }
        }
    }

    @Test("French sentences keep the rules of French typography", arguments: Reason.allCases)
    func typography(_ reason: Reason) {
        for sentence in [reason.why(.fr, detail: "42"), reason.remedy(.fr, detail: "42")] {
            #expect(!sentence.contains("'") && !sentence.contains("\""), "\(sentence)")
            for wrong in [" :", " ;", " !", " ?", "« ", " »"] { #expect(!sentence.contains(wrong), "\(sentence)") }
            let parts = sentence.split(whereSeparator: { ":;".contains($0) }).dropLast()
            #expect(parts.allSatisfy { $0.last == "\u{A0}" }, "\(sentence)")
        }
    }

    @Test("No two reasons say the same, and the two languages differ")
    func distinct() {
        for language in Language.allCases {
            #expect(Set(Reason.allCases.map { $0.why(language) }).count == Reason.allCases.count)
        }
        for reason in Reason.allCases { #expect(reason.why(.fr) != reason.why(.en)) }
    }

    @Test("R6 the detail of a reason is put into the sentence, in the reader's words")
    func details() {
        #expect(Reason.siretDuplicate.why(.en, detail: "77").contains("77"))
        #expect(
            Reason.siretInvalid.why(.fr, detail: "siren")
                == "Le SIRET n’est pas valable\u{A0}: neuf chiffres sont un SIREN, celui de l’entreprise et non de l’établissement."
        )
        #expect(
            Reason.siretInvalid.why(.en, detail: "digits_15")
                == "The SIRET is not valid: its number of digits is 15 instead of fourteen.")
        #expect(Reason.nameMissing.why(.fr, detail: "lastName, firstName").hasSuffix("nom, prénom."))
        #expect(Reason.noCompany.why(.en, detail: "42") == Reason.noCompany.why(.en))
        #expect(Reason.stageUnknown.why(.en, detail: "[Devis] {x}").contains("“[Devis] {x}”"))
    }

    @Test("R5 every fault of a SIRET has a phrase of its own in both languages")
    func faults() {
        for language in Language.allCases {
            let phrases = Set(
                SIRETCase.table.compactMap { row -> String? in
                    if case .failure(let fault) = row.expected { fault.phrase(language) } else { nil }
                })
            #expect(phrases.count == 12)
        }
    }

    @Test("States, kinds, fields and warnings have names in both languages")
    func names() {
        for language in Language.allCases {
            #expect(Set(State.allCases.map { $0.name(language) }).count == State.allCases.count)
            #expect(Set(Kind.allCases.map { $0.name(language) }).count == Kind.allCases.count)
            #expect(Set(Field.allCases.map { $0.label(language) }).count == Field.allCases.count)
            for code in Warning.Code.allCases {
                #expect(Warning(code, detail: "42").sentence(language).contains("42"))
                #expect(!Warning(code, detail: "").sentence(language).contains("("))
            }
        }
        #expect(Warning(.siretNotCarried, detail: "missing").sentence(.fr).hasSuffix("il est vide."))
        #expect(Warning(.valueNotCarried, detail: "amount").sentence(.en).contains("(amount)"))
    }
}
