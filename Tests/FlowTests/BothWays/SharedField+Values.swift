import Domain
import HTTP

extension SharedField {
    /// HubSpot's value in a form in which two spellings of one value are one.
    func read(hubspot value: JSON?, _ words: AccountWords) -> String {
        let text = value?.text ?? ""
        switch form {
        case .text, .civility: return text
        case .mail: return text.lowercased()
        case .amount: return Self.cents(text)
        case .day: return String(text.prefix(10))
        case .moment: return String(text.prefix(19))
        case .stage: return words.stages[text] ?? text
        case .person: return words.owners[text] ?? text
        case .siret: return text.filter { $0.isASCII && $0.isNumber }
        case .html:
            return text.replacing("<p>", with: "").replacing("</p>", with: "").replacing("<br>", with: "\n")
        }
    }

    /// artis' value in the same form.
    func read(artis value: JSON?, _ words: AccountWords) -> String {
        let text = value?.text ?? ""
        switch form {
        case .text, .stage, .html, .day, .civility: return text
        case .mail: return text.lowercased()
        case .amount: return Self.cents(text)
        case .moment: return String(text.prefix(19))
        case .person: return words.collaborateurs[text] ?? text
        case .siret: return text.filter { $0.isASCII && $0.isNumber }
        }
    }

    /// One value of this field in the words of both systems: another one for every number.
    func value(_ number: Int, _ words: AccountWords) -> (hubspot: String, artis: String) {
        switch form {
        case .text: return ("\(property) \(number)", "\(property) \(number)")
        case .mail:
            let mail = "m\(number).\(Fresh.number)@exemple.fr"
            return (mail, mail)
        case .amount: return ("\(number + 1)00.5", "\(number + 1)00.50")
        case .day: return ("2026-12-0\(number + 1)T11:00:00Z", "2026-12-0\(number + 1)")
        case .moment: return ("2026-11-0\(number + 1)T09:30:00Z", "2026-11-0\(number + 1)T09:30:00Z")
        case .html: return ("<p>Texte \(number)</p>", "Texte \(number)")
        case .civility:
            let code = ["MME", "M", "ME"][number % 3]
            return (code, code)
        case .stage:
            let name = ["Approche", "Négociation", "Conclusion"][number % 3]
            return (words.stages.first { $0.value == name }?.key ?? name, name)
        case .person:
            let mail = words.sellers[number % words.sellers.count]
            return (words.id(of: mail, among: words.owners), words.id(of: mail, among: words.collaborateurs))
        case .siret:
            let siret = Fresh.siret
            return (siret, siret)
        }
    }

    /// `1200.5` and `1200.50` are one amount.
    private static func cents(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return "\(parts[0]).\(((parts.count > 1 ? String(parts[1]) : "") + "00").prefix(2))"
    }
}
